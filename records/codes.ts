import type { Database, Row } from './schema.ts';

/** A code that was sent for one act on one text; the digits are never kept. */
export type Code = Row<'codes'>;

export async function writeCode(database: Database, code: Code): Promise<void> {
  await database
    .insertInto('codes')
    .values(code)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The newest code of a person for a purpose. */
export async function newestCode(database: Database, of: { person: string; purpose: string }): Promise<Code | null> {
  const row = await database
    .selectFrom('codes')
    .selectAll()
    .where('person', '=', of.person)
    .where('purpose', '=', of.purpose)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Counts one more try; answers with how many there have been. */
export async function countTry(database: Database, id: string): Promise<number> {
  const row = await database
    .updateTable('codes')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirstOrThrow();
  return row.tries;
}

/** Uses a code up for one act; false where another act has used it. */
export async function useCode(database: Database, id: string, act: string): Promise<boolean> {
  await database.updateTable('codes').set({ used_by: act }).where('id', '=', id).where('used_by', 'is', null).execute();
  const row = await database.selectFrom('codes').select('used_by').where('id', '=', id).executeTakeFirstOrThrow();
  return row.used_by === act;
}
