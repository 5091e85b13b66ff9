import { z } from 'zod';
import { deadlineTime, instantOf, zoneOf } from '../../domain/dates.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { LetterSignatory, Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { findCase, viewOf } from '../../records/cases.ts';
import { endLinks } from '../../records/links.ts';
import { findPerson } from '../../records/people.ts';
import type { StaffMember } from '../../records/staff.ts';
import { refusedBefore, sendAct } from '../acting.ts';
import { type Answer, no, wrong } from '../answer.ts';
import { EvidenceGiven } from '../application-for-city.ts';
import { actId } from '../casework/act-id.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';
import { lacksRole } from '../roles.ts';
import { chooseLanguage } from './language.ts';
import { giveMandate } from './mandate.ts';
import { setSignatories } from './several-signatories.ts';
import { nameSignatory } from './signatories.ts';

const signatory = z.string().min(1).max(400).optional();
const what = z.record(z.string(), z.unknown());

/** What staff send to decide about a letter for the city; `what` is read as the city's own form would be. */
export const LetterForCity = z.strictObject({
  id: actId,
  version: z.int().positive(),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('name-signatory'), evidence: EvidenceGiven, signatory, what }),
    z.strictObject({ kind: z.literal('set-signatories'), evidence: EvidenceGiven, what }),
    z.strictObject({ kind: z.literal('give-mandate'), evidence: EvidenceGiven, what }),
    z.strictObject({ kind: z.literal('choose-language'), evidence: EvidenceGiven, language: z.string() }),
    z.strictObject({ kind: z.literal('resend'), signatory, until: deadlineTime.optional() }),
  ]),
});
type Said = z.output<typeof LetterForCity>['decision'];

/**
 * Says for the city who signs, by what right or in which language, on evidence, or sends the letter again to somebody. It
 * counts as the work of whoever does it. Without `signatory`, whoever has not signed first is meant; `file` is the paper
 * that proves it, null where there is none.
 */
export async function letterForCity(
  door: Door,
  member: StaffMember,
  id: CaseId,
  input: unknown,
  file: Uint8Array | null,
): Promise<Answer<Onboarding>> {
  const lacking = lacksRole(member, 'reviewer');
  if (lacking) return lacking;
  const given = parsed(LetterForCity, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const row = await findCase(door.records.database, id);
  if (!row) return no({ code: 'not-found', what: 'case' });
  const city = viewOf(row);
  const { id: act, version, decision } = given.value;
  const meant = signatoryMeant(city, 'signatory' in decision ? decision.signatory : undefined);
  const person = meant ? await findPerson(door.records.database, meant.person) : null;
  if (!person) return no({ code: 'not-the-signatory' });
  const visitor: Visitor = { purpose: 'letter', person, row, city, token: '' };
  if (decision.kind === 'resend') return await resent(door, member, visitor, { act, version, until: decision.until });
  return await decided(door, visitor, decision, file, {
    act,
    forCity: { actor: member.id, evidence: decision.evidence, version },
  });
}

async function decided(
  door: Door,
  visitor: Visitor,
  said: Exclude<Said, { kind: 'resend' }>,
  file: Uint8Array | null,
  { act, forCity }: { act: string; forCity: Parameters<typeof setSignatories>[4] & object },
): Promise<Answer<Onboarding>> {
  switch (said.kind) {
    case 'name-signatory':
      return await nameSignatory(door, visitor, said.what, file, act, forCity);
    case 'set-signatories':
      return await setSignatories(door, visitor, said.what, act, forCity);
    case 'give-mandate':
      return await giveMandate(door, visitor, said.what, file, act, forCity);
    case 'choose-language':
      return await chooseLanguage(door, visitor, said.language, act, forCity);
    default:
      return said satisfies never;
  }
}

/** Sends the letter again to one signatory, by a new link in place of the old, and extends the time where a moment is given. */
async function resent(
  door: Door,
  member: StaffMember,
  { person, row, city }: Visitor,
  { act, version, until }: { act: string; version: number; until: string | undefined },
): Promise<Answer<Onboarding>> {
  const at = door.clock.now();
  if (until !== undefined && instantOf(until) <= at) return wrong('until', 'lies in the past');
  const longer = until === undefined ? {} : { until: { at: instantOf(until), zone: zoneOf(until) } };
  const decision = { kind: 'resend', signatory: person.id, ...longer } as const;
  const sent = { id: act, actor: member.id, at, version, decision };
  const refusal = refusedBefore(city, sent);
  if (refusal) return no(refusal);
  // Before the act: the mail that it sends makes the new link, which must not end with the old ones.
  await endLinks(door.records.database, { person: person.id, purpose: 'letter' }, at);
  return await sendAct(door, row.id, sent);
}

/** The signatory of that id; without one, the first who has not signed, or the first at all. */
function signatoryMeant({ stage }: Onboarding, id: string | undefined): LetterSignatory | undefined {
  const place = 'from' in stage ? stage.from : stage;
  const signatories: LetterSignatory[] = 'signatories' in place ? place.signatories : [];
  if (id !== undefined) return signatories.find(({ person }) => person === id);
  return signatories.find(({ signature }) => !signature) ?? signatories[0];
}
