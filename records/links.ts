import type { Instant } from '../domain/ids.ts';
import type { Database, Row } from './schema.ts';

/** A link that lets one person into one case for one purpose, until it ends; the secret part is never kept. */
export type Link = Omit<Row<'links'>, 'opened_at'> & { purpose: LinkPurpose };
export type LinkPurpose = 'status' | 'letter' | 'statement' | 'words';

export async function writeLink(database: Database, link: Link): Promise<void> {
  await database
    .insertInto('links')
    .values(link)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function findLink(database: Database, id: string): Promise<Link | null> {
  const columns = ['id', 'case_id', 'person', 'purpose', 'ends_at'] as const;
  const row = await database.selectFrom('links').select(columns).where('id', '=', id).executeTakeFirst();
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

/** Notes that a link was opened; the first time counts. */
export async function noteOpened(database: Database, id: string, at: Instant): Promise<void> {
  await database
    .updateTable('links')
    .set({ opened_at: at })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .execute();
}

/** When a person first opened one of their links for a purpose, since an instant; null where they have not. */
export async function firstOpened(
  database: Database,
  of: { person: string; purpose: LinkPurpose },
  since: Instant,
): Promise<Instant | null> {
  const { first } = await database
    .selectFrom('links')
    .select(({ fn }) => fn.min('opened_at').as('first'))
    .where('person', '=', of.person)
    .where('purpose', '=', of.purpose)
    .where('opened_at', '>=', since)
    .executeTakeFirstOrThrow();
  return first;
}
