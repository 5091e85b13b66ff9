import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from '../domain/canonical.ts';
import { theSystem } from '../domain/ids.ts';
import { parsed } from '../domain/problems.ts';
import { shortText } from '../domain/text.ts';
import {
  addStaff,
  everybody,
  findStaffByToken,
  listStaff,
  type Role,
  revokeStaff,
  type StaffMember,
} from '../records/staff.ts';
import { type Answer, no, yes } from './answer.ts';
import type { Door } from './door.ts';
import { lacksRole } from './roles.ts';

export const NewColleague = z.strictObject({
  id: z.uuid('is not an id: use a random UUID'),
  name: shortText,
  roles: z
    .array(z.enum(['reviewer', 'editor', 'approver', 'administrator']))
    .min(1, 'names no role: give at least one'),
});

export type Appointed = StaffMember & { token: string };

/**
 * Adds a member of staff, and answers with the token that is shown this once and kept as a hash only; `before` sees it
 * just before it becomes valid.
 */
export async function appointStaff(
  door: Pick<Door, 'records' | 'clock'>,
  name: string,
  roles: Role[],
  before: (appointed: Appointed) => Promise<void> = async () => {},
): Promise<Appointed> {
  const token = `oasc_${randomBytes(24).toString('base64url')}`;
  const member = { id: randomUUID(), name, roles };
  await before({ ...member, token });
  await addStaff(door.records.database, {
    ...member,
    tokenSha256: sha256(token),
    addedBy: theSystem,
    at: door.clock.now(),
  });
  return { ...member, token };
}

/** Adds a colleague, as an administrator; the same id again answers with the same token, for whom an answer was lost. */
export async function addColleague(
  door: Door,
  member: StaffMember,
  input: unknown,
): Promise<Answer<StaffMember & { token: string }>> {
  const lacking = lacksRole(member, 'administrator');
  if (lacking) return lacking;
  const given = parsed(NewColleague, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { id, name } = given.value;
  const roles = [...new Set(given.value.roles)];
  const token = `oasc_${createHmac('sha256', door.secret).update(`staff:${id}`).digest('base64url')}`;
  const { database } = door.records;
  await addStaff(database, { id, name, roles, tokenSha256: sha256(token), addedBy: member.id, at: door.clock.now() });
  const added = await findStaffByToken(database, sha256(token));
  return added ? yes({ ...added, token }) : no({ code: 'not-found', what: 'colleague' });
}

/** Ends a colleague's token, as an administrator; the last administrator stays. What they did keeps their name. */
export async function revokeColleague(door: Door, member: StaffMember, id: string): Promise<Answer<StaffMember>> {
  const lacking = lacksRole(member, 'administrator');
  if (lacking) return lacking;
  const { database } = door.records;
  const colleague = (await everybody(database)).find((one) => one.id === id);
  if (!colleague) return no({ code: 'not-found', what: 'colleague' });
  const revoked = await revokeStaff(database, id, { act: id, actor: member.id, at: door.clock.now() });
  return revoked ? yes({ ...colleague, roles: [] }) : no({ code: 'last-administrator' });
}

/** Who a token belongs to; null where it is nobody's. */
export async function staffOf(door: Door, token: string): Promise<StaffMember | null> {
  return await findStaffByToken(door.records.database, sha256(token));
}

/** Everybody on the staff, by name. */
export async function colleagues(door: Door): Promise<StaffMember[]> {
  return await listStaff(door.records.database);
}
