import { randomBytes, randomUUID } from 'node:crypto';
import { sha256 } from '../domain/canonical.ts';
import { theSystem } from '../domain/ids.ts';
import { addStaff, findStaffByToken, listStaff, type Role, type StaffMember } from '../records/staff.ts';
import type { Door } from './door.ts';

/** Adds a member of staff, and answers with the token that is shown this once and kept as a hash only. */
export async function appointStaff(door: Door, name: string, roles: Role[]): Promise<StaffMember & { token: string }> {
  const token = `oasc_${randomBytes(24).toString('base64url')}`;
  const member = { id: randomUUID(), name, roles };
  await addStaff(door.records.database, {
    ...member,
    tokenSha256: sha256(token),
    addedBy: theSystem,
    at: door.clock.now(),
  });
  return { ...member, token };
}

/** Who a token belongs to; null where it is nobody's. */
export async function staffOf(door: Door, token: string): Promise<StaffMember | null> {
  return await findStaffByToken(door.records.database, sha256(token));
}

/** Everybody on the staff, by name. */
export async function colleagues(door: Door): Promise<StaffMember[]> {
  return await listStaff(door.records.database);
}
