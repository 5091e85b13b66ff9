import type { OpinionPaper, ReasonPaper } from '../domain/case-papers.ts';
import { instantOf } from '../domain/dates.ts';
import type { CaseId, PaperId } from '../domain/ids.ts';
import type { Act } from '../domain/onboarding/acts.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { parsed } from '../domain/problems.ts';
import { findCase, giveBackAcceptedPlace, takeAcceptedPlace, viewOf } from '../records/cases.ts';
import { proposePaper } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { naming, refusedBefore, sendAct } from './acting.ts';
import { withOthers } from './acts-offered.ts';
import { type Answer, type DoorRefusal, no, wrong } from './answer.ts';
import { acceptRefusal } from './casework/before-accepting.ts';
import type { Door } from './door.ts';
import { roleFor } from './roles.ts';
import { ActFrame, type StaffDecision } from './staff-decision.ts';
import { meaningOf } from './staff-meaning.ts';

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
  const past = pastField(said, at);
  if (past) return wrong(`decision.${past}`, 'lies in the past');
  const paper = `${id}/reason/${actId}`;
  const act = {
    id: actId,
    actor: member.id,
    at,
    version,
    decision: await meaningOf(door, viewOf(row), said, { paper, at }),
  };
  const refusal = refusedBefore(viewOf(row), act);
  if (refusal) return no(await orOthers(refusal));
  const unsettled = await acceptRefusal(door, row, said, actId);
  if (unsettled) return no(unsettled);
  if (said.kind === 'accept' && !(await takeAcceptedPlace(door.records.database, id, row.city)))
    return no({ code: 'another-accepted' });
  const words = wordsOf(said);
  const answer = await sendAct(door, id, words ? naming(act, await reasonPaper(door, act, id, words)) : act);
  const mayHavePlace = answer.ok
    ? replaces.has(said.kind)
    : said.kind === 'accept' && answer.refusal.code !== 'unreachable';
  if (mayHavePlace) await giveBackAcceptedPlace(door.records.database, id);
  if (answer.ok) return answer;
  return no(await orOthers(answer.refusal));
}

/** What may take the place of an acceptance that was prepared. */
const replaces: ReadonlySet<StaffDecision['kind']> = new Set(['return', 'reject', 'take-back']);

async function reasonPaper(
  door: Door,
  { id: actId, actor, at }: Act,
  subject: CaseId,
  body: ReasonPaper | OpinionPaper,
): Promise<PaperId> {
  const id = `${subject}/reason/${actId}`;
  return await proposePaper(door.records.database, { id, subject, kind: 'reason', body, sha256: null, actor, at });
}

/** What is written down of an act: its reason, and with an opinion also what it comes to; null where nothing was said. */
function wordsOf(said: StaffDecision): ReasonPaper | OpinionPaper | null {
  if (said.kind === 'opinion') return { verdict: said.verdict, reason: said.reason };
  return 'reason' in said && said.reason !== undefined ? { reason: said.reason } : null;
}

/** The first moment of an act that has gone by already; undefined where none has. */
function pastField(said: StaffDecision, at: string): 'until' | 'tell' | undefined {
  if ('until' in said && instantOf(said.until) <= at) return 'until';
  const tell = 'tell' in said ? said.tell : undefined;
  const isMoment = tell !== undefined && tell !== 'now' && tell !== 'when-released';
  return isMoment && instantOf(tell) <= at ? 'tell' : undefined;
}
