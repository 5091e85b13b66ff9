import { z } from 'zod';
import { type ApplicationPaper, applicationPaperOf, type ReasonPaper } from '../domain/case-papers.ts';
import { instantOf, zonedTime, zoneOf } from '../domain/dates.ts';
import { dayIn } from '../domain/days.ts';
import type { CaseId, PaperId } from '../domain/ids.ts';
import type { Act, Decision } from '../domain/onboarding/acts.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { parsed } from '../domain/problems.ts';
import { text } from '../domain/text.ts';
import { findCase, giveBackAcceptedPlace, takeAcceptedPlace, viewOf } from '../records/cases.ts';
import { bodyOf, proposePaper } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { naming, refusedBefore, sendAct } from './acting.ts';
import { withOthers } from './acts-offered.ts';
import { type Answer, type DoorRefusal, no, wrong } from './answer.ts';
import type { Door } from './door.ts';
import { roleFor } from './roles.ts';

const reason = text(4000);
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a fingerprint (SHA-256 in hexadecimal)');

/** What staff send with each act. */
export const StaffDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('return'), reason }),
  z.strictObject({ kind: z.literal('reject'), reason }),
  z.strictObject({ kind: z.literal('verify'), sha256: hash }),
  z.strictObject({ kind: z.literal('return-letter'), reason }),
  z.strictObject({ kind: z.literal('countersign') }),
  z.strictObject({ kind: z.literal('approve-words'), sha256: hash }),
  z.strictObject({ kind: z.literal('return-words'), reason }),
  z.strictObject({ kind: z.literal('waive-statement'), reason }),
  z.strictObject({ kind: z.literal('waive-announcement'), reason }),
  z.strictObject({ kind: z.literal('wait'), reason, until: zonedTime }),
  z.strictObject({ kind: z.literal('extend'), reason, until: zonedTime }),
  z.strictObject({ kind: z.literal('void-letter'), reason }),
  z.strictObject({ kind: z.literal('issue-letter') }),
  z.strictObject({ kind: z.literal('reissue-letter'), reason }),
  z.strictObject({ kind: z.literal('hold'), reason, until: zonedTime }),
  z.strictObject({ kind: z.literal('resume'), reason: reason.optional() }),
  z.strictObject({ kind: z.literal('reopen'), reason }),
  z.strictObject({ kind: z.literal('withdraw'), reason }),
]);
export type StaffDecision = z.output<typeof StaffDecision>;

/** What comes with every act of the staff: an id that makes it one act however often it is sent, and the version they saw. */
export const ActFrame = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'is not an id of 8 to 64 letters, digits and hyphens'),
  version: z.int().positive(),
  decision: StaffDecision,
});

/** Takes an act of a member of staff on a case: role, rules and four eyes are asked before anything is noted. */
export async function actAsStaff(
  door: Door,
  member: StaffMember,
  id: CaseId,
  input: unknown,
): Promise<Answer<Onboarding>> {
  const given = parsed(ActFrame, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { id: actId, version, decision: said } = given.value;
  const role = roleFor[said.kind];
  const row = await findCase(door.records.database, id);
  if (!row) return no({ code: 'not-found', what: 'case' });
  const orOthers = (refusal: DoorRefusal) => withOthers(door, member, viewOf(row), said.kind, refusal);
  if (!member.roles.includes(role)) return no(await orOthers({ code: 'not-your-role', role }));

  const at = door.clock.now();
  if ('until' in said && instantOf(said.until) <= at) return wrong('decision.until', 'lies in the past');
  const paper = `${id}/reason/${actId}`;
  const act = { id: actId, actor: member.id, at, version, decision: await meant(door, viewOf(row), said, paper) };
  const refusal = refusedBefore(viewOf(row), act);
  if (refusal) return no(await orOthers(refusal));
  if (said.kind === 'accept' && !(await takeAcceptedPlace(door.records.database, id, row.city)))
    return no({ code: 'another-accepted' });
  const answer = await sendAct(
    door,
    id,
    'reason' in said && said.reason !== undefined ? naming(act, await reasonPaper(door, act, id, said.reason)) : act,
  );
  if (answer.ok) return answer;
  if (said.kind === 'accept' && answer.refusal.code !== 'unreachable')
    await giveBackAcceptedPlace(door.records.database, id);
  return no(await orOthers(answer.refusal));
}

async function reasonPaper(
  door: Door,
  { id: actId, actor, at }: Act,
  subject: CaseId,
  reason: string,
): Promise<PaperId> {
  const body: ReasonPaper = { reason };
  const id = `${subject}/reason/${actId}`;
  return await proposePaper(door.records.database, { id, subject, kind: 'reason', body, sha256: null, actor, at });
}

/** What was said, as the process takes it: words become the id of their paper, days and instants are worked out here. */
async function meant(door: Door, city: Onboarding, said: StaffDecision, paper: string): Promise<Decision> {
  switch (said.kind) {
    case 'accept': {
      const { officeHolder } = await bodyOf<ApplicationPaper>(door.records.database, applicationPaperOf(city));
      return { kind: 'accept', signatory: officeHolder };
    }
    case 'countersign':
      return { kind: 'countersign', memberSince: dayIn(door.clock.now(), door.network.zone) };
    case 'wait':
    case 'extend':
    case 'hold':
      return { kind: said.kind, paper, until: { at: instantOf(said.until), zone: zoneOf(said.until) } };
    case 'resume':
      return said.reason === undefined ? { kind: 'resume' } : { kind: 'resume', paper };
    case 'verify':
    case 'approve-words':
    case 'issue-letter':
      return said;
    default:
      return { kind: said.kind, paper };
  }
}
