import type { ActorId, Instant, Sha256 } from '../domain/ids.ts';
import { appendAudit } from './audit.ts';
import type { Database } from './schema.ts';

export type Role = 'reviewer' | 'editor' | 'approver' | 'administrator';
export type StaffMember = { id: ActorId; name: string; roles: Role[] };

/** Adds a member of staff; the audit keeps the id and the roles, the name stays in the row. */
export async function addStaff(
  database: Database,
  member: StaffMember & { tokenSha256: Sha256; addedBy: ActorId; at: Instant },
): Promise<void> {
  const { id, name, roles, tokenSha256, addedBy, at } = member;
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('staff')
      .values({ id, name, roles: JSON.stringify(roles), token_sha256: tokenSha256 })
      .execute();
    await appendAudit(transaction, [
      { id: `staff/${id}`, subject: 'staff', kind: 'staff-added', actor: addedBy, at, detail: { staff: id, roles } },
    ]);
  });
}

export async function findStaffByToken(database: Database, tokenSha256: Sha256): Promise<StaffMember | null> {
  const row = await database.selectFrom('staff').selectAll().where('token_sha256', '=', tokenSha256).executeTakeFirst();
  return row ? { id: row.id, name: row.name, roles: JSON.parse(row.roles) as Role[] } : null;
}

export async function listStaff(database: Database): Promise<StaffMember[]> {
  const rows = await database.selectFrom('staff').selectAll().orderBy('name').execute();
  return rows.map(({ id, name, roles }) => ({ id, name, roles: JSON.parse(roles) as Role[] }));
}
