import { type LinkPurpose } from './links.ts';
import type { Person } from './people.ts';
import type { Database } from './schema.ts';

export type Invited = Pick<Person, 'id' | 'case_id'> & { purpose: LinkPurpose };

/** Everybody with this e-mail address who has ever got a link, with each purpose that they got one for. */
export async function invitedByAddress(database: Database, email: string): Promise<Invited[]> {
  const rows = await database
    .selectFrom('people')
    .innerJoin('links', 'links.person', 'people.id')
    .select(['people.id', 'people.case_id', 'links.purpose'])
    .where((where) => where(where.fn<string>('lower', ['people.email']), '=', email.toLowerCase()))
    .distinct()
    .orderBy('people.id')
    .orderBy('links.purpose')
    .execute();
  return rows.map((row) => ({ ...row, purpose: row.purpose as LinkPurpose }));
}
