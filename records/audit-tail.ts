import type { Database, Row } from './schema.ts';

/** What happened, without its details. */
export type AuditHead = Pick<Row<'audit'>, 'number' | 'subject' | 'kind' | 'actor' | 'at'>;

/** The number of the audit's last entry; 0 where it is empty. */
export async function lastNumber(database: Database): Promise<number> {
  const { last } = await database
    .selectFrom('audit')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

/** The entries after one, the oldest first; a hundred at a time. */
export async function entriesAfter(database: Database, number: number): Promise<AuditHead[]> {
  return await database
    .selectFrom('audit')
    .select(['number', 'subject', 'kind', 'actor', 'at'])
    .where('number', '>', number)
    .orderBy('number')
    .limit(100)
    .execute();
}
