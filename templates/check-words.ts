import type { Check, CheckId } from '../domain/eligibility.ts';
import { filled } from './letter-words.ts';
import { shortDayWords } from './time-words.ts';

/** What a check found, in one sentence for staff. */
export function checkWords({ id, state, facts }: Check): string {
  const days = ['decidedOn', 'effectiveOn', 'termEnd'];
  const gaps = Object.entries(facts).map(([name, fact]) => [
    name,
    days.includes(name) ? shortDayWords(fact, 'en') : fact,
  ]);
  return filled(sentences[id][state], Object.fromEntries(gaps));
}

const sentences: Record<CheckId, Record<Check['state'], string>> = {
  mandate: {
    ok: 'The decision to join is in force since {effectiveOn}.',
    attention:
      'The decision to join of {decidedOn} is not in force yet, or its dates contradict each other: it counts from {effectiveOn}.',
    unknown: 'Nothing is known of the decision to join.',
  },
  term: {
    ok: 'The office-holder is in office until {termEnd}.',
    attention: 'The office-holder’s term ends on {termEnd}: a letter may need another name.',
    unknown: 'No end of the office-holder’s term is given.',
  },
  'signing-address': {
    ok: 'The office-holder has an e-mail address of their own.',
    attention:
      'The office-holder has the same e-mail address as a contact ({role}), who could read the code that signs.',
    unknown: 'The office-holder shares an e-mail address with the mayor’s office.',
  },
  'mail-domain': {
    ok: 'The main contact writes from the authority’s own domain.',
    attention: 'The main contact writes from {host}, where anybody can have an address.',
    unknown: 'The main contact writes from {host}, and the website is {site}.',
  },
  zone: {
    ok: 'The time zone is one of the country’s.',
    attention: 'The time zone {timeZone} is not one of the country’s ({country}).',
    unknown: 'Nothing is known of the time zones of this country ({country}).',
  },
  population: {
    ok: 'The population figure is recent ({asOf}).',
    attention: 'The population figure is more than ten years old ({asOf}).',
    unknown: 'The population figure is more than five years old ({asOf}).',
  },
  body: {
    ok: 'One authority applies ({kind}).',
    attention: 'Several authorities apply as one: say which of them becomes the member.',
    unknown: 'Nothing is known of who applies.',
  },
  evidence: {
    ok: 'Every fact has its evidence.',
    attention: 'No fact has evidence.',
    unknown: '{without} of {claims} facts have no evidence.',
  },
  earlier: {
    ok: 'No earlier application was rejected.',
    attention: 'An earlier application was rejected ({case}): read why.',
    unknown: 'Nothing is known of earlier applications.',
  },
};
