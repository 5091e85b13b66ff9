import type { CityId } from '../domain/ids.ts';
import { appendAudit } from './audit.ts';
import type { Database, NewRow, Row } from './schema.ts';

export type ImportedMember = Row<'members'>;

/** Writes members that joined before, each with an audit entry by its id alone; call it inside a transaction, so that all are there or none. */
export async function noteMembers(transaction: Database, members: readonly NewRow<'members'>[]): Promise<void> {
  for (const member of members) {
    await transaction.insertInto('members').values(member).execute();
    const { city, member_since: memberSince, imported_by: actor, imported_at: at } = member;
    await appendAudit(transaction, [
      { id: `members/${city}`, subject: 'members', kind: 'member-imported', actor, at, detail: { city, memberSince } },
    ]);
  }
}

/** Every imported member, by the id of its city. */
export async function importedMembers(database: Database): Promise<ImportedMember[]> {
  return await database.selectFrom('members').selectAll().orderBy('city').execute();
}

export async function isImportedMember(database: Database, city: CityId): Promise<boolean> {
  return (
    (await database.selectFrom('members').select('city').where('city', '=', city).executeTakeFirst()) !== undefined
  );
}
