import { trouble } from '../../activities/failures.ts';
import type { Addressee } from '../../activities/mail.ts';
import { type ApplicationPaper, applicationPaperOf } from '../../domain/case-papers.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { type CaseRow, findCase } from '../../records/cases.ts';
import { bodyOf } from '../../records/papers.ts';
import { findPerson, type Person } from '../../records/people.ts';
import type { Database } from '../../records/schema.ts';

/** The row of a case that a mail or a letter is about. */
export async function caseOf(database: Database, id: CaseId): Promise<CaseRow> {
  const row = await findCase(database, id);
  if (!row) throw trouble('case-unknown', false);
  return row;
}

/** Who gets a mail, as the present application names them; without a mayor's office the main contact stands in. */
export async function addresseeOf(database: Database, city: Onboarding, to: Addressee): Promise<Person> {
  const id = typeof to === 'string' ? await contactOf(database, city, to) : to.person;
  const person = await findPerson(database, id);
  if (!person) throw trouble('person-unknown', false);
  return person;
}

async function contactOf(database: Database, city: Onboarding, role: 'main' | 'mayor-office'): Promise<string> {
  const { application, contacts } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(city));
  const named = application.contacts.findIndex((contact) => contact.role === role);
  const main = application.contacts.findIndex((contact) => contact.role === 'main');
  const id = contacts[named === -1 ? main : named];
  if (id === undefined) throw trouble('person-unknown', false);
  return id;
}
