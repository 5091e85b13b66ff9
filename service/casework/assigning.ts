import { z } from 'zod';
import type { ActorId, CaseId } from '../../domain/ids.ts';
import { parsed } from '../../domain/problems.ts';
import { findCase } from '../../records/cases.ts';
import { assignCase } from '../../records/office.ts';
import { listStaff, type StaffMember } from '../../records/staff.ts';
import { type Answer, no, wrong, yes } from '../answer.ts';
import type { Door } from '../door.ts';
import { actId } from './act-id.ts';

export const Assignment = z.strictObject({ id: actId, to: z.string().nullable() });

/** Gives a case to a colleague or to oneself, or to nobody; who has a case is who looks after it, and nothing else. */
export async function assign(
  door: Door,
  member: StaffMember,
  id: CaseId,
  input: unknown,
): Promise<Answer<{ case: CaseId; assignee: ActorId | null }>> {
  const given = parsed(Assignment, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { database } = door.records;
  if (!(await findCase(database, id))) return no({ code: 'not-found', what: 'case' });
  const { to, id: act } = given.value;
  if (to !== null && !(await listStaff(database)).some((one) => one.id === to))
    return wrong('to', 'is nobody of the staff: take an id from the list of staff');
  await assignCase(database, id, to, { act, actor: member.id, at: door.clock.now() });
  return yes({ case: id, assignee: (await findCase(database, id))?.assignee ?? null });
}
