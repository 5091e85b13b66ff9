import type { ActorId, CaseId } from '../domain/ids.ts';
import type { Database, Row } from './schema.ts';

export type Person = Row<'people'>;

/** A person of a city; the same id again corrects what is known of them. */
export async function writePerson(database: Database, person: Person): Promise<void> {
  await database
    .insertInto('people')
    .values(person)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(person))
    .execute();
}

export async function findPerson(database: Database, id: ActorId): Promise<Person | null> {
  return (await database.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function peopleOf(database: Database, id: CaseId): Promise<Person[]> {
  return await database.selectFrom('people').selectAll().where('case_id', '=', id).orderBy('id').execute();
}
