import { type ApplicationPaper, applicationPaperOf, type SignatoryPaper } from '../../domain/case-papers.ts';
import { Signatory } from '../../domain/letter-answer.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { endLinks } from '../../records/links.ts';
import { bodyOf } from '../../records/papers.ts';
import { findPerson, writePerson } from '../../records/people.ts';
import { actOf, refusedBefore } from '../acting.ts';
import { type Answer, no, wrong } from '../answer.ts';
import { proposed } from '../city-acts.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';

/** Names who signs instead; with another address the old link ends and a new one goes to the person named. */
export async function nameSignatory(
  door: Door,
  visitor: Visitor,
  input: unknown,
  formId: string,
): Promise<Answer<Onboarding>> {
  const given = parsed(Signatory, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { name, title, email } = given.value;
  if (email === undefined) return wrong('email', 'is missing: the new link goes to this address');
  const { database } = door.records;
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(visitor.city));
  const person = `${visitor.row.id}/signatory/${formId}`;
  const paper = `${visitor.row.id}/signatory-named/${formId}`;
  const act = actOf(door, visitor, formId, {
    kind: 'name-signatory',
    paper,
    instead: visitor.person.id,
    signatory: person,
    why: given.value.capacity === 'office-holder' ? 'successor' : given.value.capacity,
  });
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const language = application.contacts.find(({ role }) => role === 'main')?.language ?? 'en';
  if (!(await findPerson(database, person)))
    await writePerson(database, {
      id: person,
      case_id: visitor.row.id,
      role: 'signatory',
      name,
      title,
      email,
      language,
    });
  const body: SignatoryPaper = { signatory: given.value, person };
  const answer = await proposed(door, visitor, act, { id: paper, kind: 'signatory', body });
  if (answer.ok) await endLinks(database, { person: visitor.person.id, purpose: 'letter' }, door.clock.now());
  return answer;
}
