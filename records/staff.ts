import type { ActorId, Instant, Sha256 } from '../domain/ids.ts';
import { appendAudit } from './audit.ts';
import { appendedNow, officeEntry } from './office.ts';
import type { Database, Row } from './schema.ts';

export type Role = 'reviewer' | 'editor' | 'approver' | 'administrator';
export type StaffMember = { id: ActorId; name: string; roles: Role[] };

/** Adds a member of staff; the audit keeps the id and the roles, the name stays in the row. The same id again changes nothing. */
export async function addStaff(
  database: Database,
  member: StaffMember & { tokenSha256: Sha256; addedBy: ActorId; at: Instant },
): Promise<void> {
  const { id, name, roles, tokenSha256, addedBy, at } = member;
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('staff')
      .values({ id, name, roles: JSON.stringify(roles), token_sha256: tokenSha256 })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await appendAudit(transaction, [
      { id: `staff/${id}`, subject: 'staff', kind: 'staff-added', actor: addedBy, at, detail: { staff: id, roles } },
    ]);
  });
}

/** Ends a token for good; false where nobody else could add staff any more, and then nothing has changed. */
export async function revokeStaff(
  database: Database,
  id: ActorId,
  by: { act: string; actor: ActorId; at: Instant },
): Promise<boolean> {
  const lastOne = new Error('The last administrator stays.');
  try {
    await database.transaction().execute(async (change) => {
      // The audit's lock comes first, so that of two who revoke each other at one moment the second sees the first.
      if (!(await appendedNow(change, officeEntry('staff', 'staff-revoked', by, { staff: id })))) return;
      const others = (await listStaff(change)).filter((one) => one.id !== id && one.roles.includes('administrator'));
      if (others.length === 0) throw lastOne;
      await change.updateTable('staff').set({ revoked_at: by.at }).where('id', '=', id).execute();
    });
    return true;
  } catch (error) {
    if (error === lastOne) return false;
    throw error;
  }
}

export async function findStaffByToken(database: Database, tokenSha256: Sha256): Promise<StaffMember | null> {
  const row = await database
    .selectFrom('staff')
    .selectAll()
    .where('token_sha256', '=', tokenSha256)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row ? memberOf(row) : null;
}

/** Everybody who works here now, by name. */
export async function listStaff(database: Database): Promise<StaffMember[]> {
  const rows = await database
    .selectFrom('staff')
    .selectAll()
    .where('revoked_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(memberOf);
}

/** Everybody who has ever worked here, by name, so that what they did has a name; who has left has no role. */
export async function everybody(database: Database): Promise<StaffMember[]> {
  const rows = await database.selectFrom('staff').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map((row) => (row.revoked_at === null ? memberOf(row) : { ...memberOf(row), roles: [] }));
}

function memberOf({ id, name, roles }: Row<'staff'>): StaffMember {
  return { id, name, roles: JSON.parse(roles) as Role[] };
}
