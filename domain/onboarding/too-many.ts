import type { Act, Decision } from './acts.ts';
import type { Onboarding } from './state.ts';

// Each act lengthens a history that has an end; without these limits whoever holds a link could use a case up.
const mostAsked = { everyHour: 5, everyCase: 100 };
const mostActs = 300;

/** What a link-holder can repeat without end; whoever decides for the network is never held up by it. */
const repeatable: ReadonlySet<Decision['kind']> = new Set([
  'answer',
  'name-signatory',
  'set-signatories',
  'give-mandate',
  'choose-language',
  'resend',
  'sign',
  'upload',
  'draft',
  'change-words',
]);

/** Codes and links are asked for a few times an hour and by the dozen in all; no city needs hundreds of acts. */
export function tooMany({ acts }: Onboarding, { decision, at }: Act): boolean {
  if (decision.kind !== 'ask-code' && decision.kind !== 'ask-link')
    return repeatable.has(decision.kind) && acts.length >= mostActs;
  const hourAgo = Date.parse(at) - 3_600_000;
  const asked = acts.filter((one) => one.kind === decision.kind && one.person === decision.person);
  return (
    asked.length >= mostAsked.everyCase ||
    asked.filter((one) => Date.parse(one.at) > hourAgo).length >= mostAsked.everyHour
  );
}
