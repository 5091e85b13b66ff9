import type { Instant } from '../domain/ids.ts';
import type { Database, Row } from './schema.ts';

/** A link that lets one person into one case for one purpose, until it ends; the secret part is never kept. */
export type Link = Row<'links'> & { purpose: LinkPurpose };
export type LinkPurpose = 'status' | 'letter' | 'statement' | 'words';

export async function writeLink(database: Database, link: Link): Promise<void> {
  await database
    .insertInto('links')
    .values(link)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function findLink(database: Database, id: string): Promise<Link | null> {
  const row = await database.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? { ...row, purpose: row.purpose as LinkPurpose } : null;
}

/** Ends every link of a person for one purpose at once. */
export async function endLinks(
  database: Database,
  of: { person: string; purpose: LinkPurpose },
  at: Instant,
): Promise<void> {
  await database
    .updateTable('links')
    .set({ ends_at: at })
    .where('person', '=', of.person)
    .where('purpose', '=', of.purpose)
    .where('ends_at', '>', at)
    .execute();
}
