import { z } from 'zod';
import type { ReasonPaper } from '../../domain/case-papers.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { text } from '../../domain/text.ts';
import { type CaseRow, findCase, viewOf } from '../../records/cases.ts';
import { type Duplicate, duplicatesOf, keepApart } from '../../records/duplicates.ts';
import { type Paper, proposePaper } from '../../records/papers.ts';
import type { StaffMember } from '../../records/staff.ts';
import { refusedBefore, sendAct } from '../acting.ts';
import { type Answer, type DoorRefusal, no, wrong, yes } from '../answer.ts';
import type { Door } from '../door.ts';
import { lacksRole } from '../roles.ts';
import { actId } from './act-id.ts';

export type { Duplicate } from '../../records/duplicates.ts';

export const Merging = z.strictObject({ id: actId, into: z.string(), reason: text(4000) });
export const KeepingApart = z.strictObject({ id: actId, other: z.string(), reason: text(4000) });

/** Closes a case because another one, which goes on or is a member, is the same application; the city is told kindly. */
export async function merge(door: Door, member: StaffMember, id: CaseId, input: unknown): Promise<Answer<Onboarding>> {
  const lacking = lacksRole(member, 'reviewer');
  if (lacking) return lacking;
  const given = parsed(Merging, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { database } = door.records;
  const row = await findCase(database, id);
  if (!row) return no({ code: 'not-found', what: 'case' });
  const { id: actIdGiven, into, reason } = given.value;
  const other = await findCase(database, into);
  if (!other) return wrong('into', 'is no case: take one that the case shows as a possible duplicate');
  if (other.id === id) return wrong('into', 'is this case itself: name the one that goes on');
  if (gone.has(other.stage)) return wrong('into', `is closed (${other.stage}): merge into one that goes on`);
  const at = door.clock.now();
  const paper = reasonPaper(id, { act: actIdGiven, actor: member.id, at, reason });
  const act = { id: actIdGiven, actor: member.id, at, decision: { kind: 'supersede' as const, paper: paper.id, into } };
  const refusal = refusedBefore(viewOf(row), act);
  if (refusal) return no(refusal);
  const kept = await proposePaper(database, paper);
  return await sendAct(door, id, { ...act, decision: { ...act.decision, paper: kept } });
}

/** Says that two cases look alike and are not the same; both go on, and nobody is asked again. */
export async function declareApart(
  door: Door,
  member: StaffMember,
  id: CaseId,
  input: unknown,
): Promise<Answer<Duplicate[]>> {
  const lacking = lacksRole(member, 'reviewer');
  if (lacking) return lacking;
  const given = parsed(KeepingApart, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { database } = door.records;
  const row = await findCase(database, id);
  if (!row) return no({ code: 'not-found', what: 'case' });
  const { id: act, other, reason } = given.value;
  const found = (await duplicatesOf(database, row)).find((one) => one.case === other);
  if (!found || found.state === 'merged') return wrong('other', 'is not shown as a possible duplicate of this case');
  const by = { act, actor: member.id, at: door.clock.now() };
  await keepApart(database, { case: id, other }, { ...by, paper: reasonPaper(id, { ...by, reason }) });
  return yes(await duplicatesOf(database, row));
}

/** Refuses an acceptance while nobody has said of each possible duplicate what it is; null where there is none. */
export async function duplicateRefusal(door: Door, row: CaseRow): Promise<DoorRefusal | null> {
  const open = (await duplicatesOf(door.records.database, row)).filter(({ state }) => state === 'open');
  return open.length === 0 ? null : { code: 'duplicate-open', cases: open.map((one) => one.case) };
}

const gone: ReadonlySet<string> = new Set(['rejected', 'withdrawn', 'superseded']);

function reasonPaper(id: CaseId, by: { act: string; actor: string; at: string; reason: string }): Paper {
  const { act, actor, at, reason } = by;
  const body: ReasonPaper = { reason };
  return { id: `${id}/reason/${act}`, subject: id, kind: 'reason', body, sha256: null, actor, at };
}
