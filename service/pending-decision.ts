import { type ApplicationPaper, applicationPaperOf, type ReasonPaper } from '../domain/case-papers.ts';
import { closing } from '../domain/closing-hour.ts';
import type { ActorId, Deadline, Instant } from '../domain/ids.ts';
import type { Telling } from '../domain/onboarding/acts.ts';
import type { Onboarding, Pending } from '../domain/onboarding/state.ts';
import type { CaseRow } from '../records/cases.ts';
import { bodyOf } from '../records/papers.ts';
import { findPerson } from '../records/people.ts';
import { everybody } from '../records/staff.ts';
import type { Door } from './door.ts';

/** A decision that the city does not know of yet: who took it, when the city is told, and the mail that tells it. */
export type PendingDecision = {
  kind: Pending['decision']['kind'];
  by: ActorId;
  at: Instant;
  tell: Telling;
  mail: PendingMail;
};

/** What the mail will say; its last day is counted from when it is sent, and a letter's text is known once it is made. */
export type PendingMail = { to: { name: string; email: string; language: string }; city: string } & (
  | { kind: 'changes-wanted'; reason: string; reviewer: string; by: Deadline }
  | { kind: 'rejected'; reason: string }
  | { kind: 'letter-to-sign'; signatory: string; title: string; by: Deadline }
);

/** What is prepared in a case, with its mail as it would be sent; null where nothing is. */
export async function pendingDecision(
  door: Door,
  row: Pick<CaseRow, 'name' | 'zone'>,
  city: Onboarding,
): Promise<PendingDecision | null> {
  const { pending } = city;
  if (!pending) return null;
  const { decision, by, at, tell } = pending;
  return { kind: decision.kind, by, at, tell, mail: await mailOf(door, row, city, pending) };
}

async function mailOf(
  door: Door,
  { name, zone }: Pick<CaseRow, 'name' | 'zone'>,
  city: Onboarding,
  { decision, by: actor, tell }: Pending,
): Promise<PendingMail> {
  const { database } = door.records;
  const { network } = door;
  const { application, contacts } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(city));
  const main = contacts[application.contacts.findIndex(({ role }) => role === 'main')] ?? '';
  const to = await findPerson(database, decision.kind === 'accept' ? decision.signatory : main);
  if (!to) throw new Error(`The person whom a mail of ${city.case} goes to is not in the records.`);
  const sentAt = tell === 'when-released' ? door.clock.now() : tell.at;
  const lastDay = (days: number) => ({ at: closing(sentAt, days, zone, network.closingHour), zone });
  const frame = { to: { name: to.name, email: to.email, language: to.language }, city: name };
  if (decision.kind === 'accept') {
    const by = lastDay(network.days.letter.city.limit);
    return { ...frame, kind: 'letter-to-sign', signatory: to.name, title: to.title ?? '', by };
  }
  const { reason } = await bodyOf<ReasonPaper>(database, decision.paper);
  if (decision.kind === 'reject') return { ...frame, kind: 'rejected', reason };
  const reviewer = (await everybody(database)).find(({ id }) => id === actor)?.name ?? '';
  return { ...frame, kind: 'changes-wanted', reason, reviewer, by: lastDay(network.days.review.city.limit) };
}
