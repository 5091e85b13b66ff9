import { z } from 'zod';
import { type ApplicationPaper, applicationPaperOf, type SignatoryPaper } from '../../domain/case-papers.ts';
import { day } from '../../domain/dates.ts';
import { Signatory } from '../../domain/letter-answer.ts';
import type { WhyAnother } from '../../domain/onboarding/acts.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { emailAddress } from '../../domain/text.ts';
import { endLinks } from '../../records/links.ts';
import { bodyOf } from '../../records/papers.ts';
import { findPerson, writePerson } from '../../records/people.ts';
import { refusedBefore } from '../acting.ts';
import { type Answer, no } from '../answer.ts';
import { proposed } from '../city-acts.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';
import { signatoryOf } from '../visitor-questions.ts';
import { citysAct, type ForCity } from './for-city.ts';
import { keepPaperFile } from './paper-file.ts';

const another = z
  .strictObject({
    ...Signatory.omit({ capacity: true, email: true }).shape,
    email: emailAddress,
    why: z.enum(['delegate', 'successor', 'acting', 'address', 'mistake']),
    termStart: day.optional(),
    termEnd: day.optional(),
  })
  .refine(({ termStart, termEnd }) => !termStart || !termEnd || termEnd >= termStart, {
    error: 'lies before the start of the term',
    path: ['termEnd'],
  });

/**
 * Names who signs instead, why, and on what paper; the old link ends and a new one goes to whoever is named. Both stay in
 * the records. A missing proof is not refused here: the signature is flagged then.
 */
export async function nameSignatory(
  door: Door,
  visitor: Visitor,
  input: unknown,
  proof: Uint8Array | null,
  formId: string,
  forCity?: ForCity,
): Promise<Answer<Onboarding>> {
  const given = parsed(another, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { why, termStart, termEnd, ...who } = given.value;
  const person = `${visitor.row.id}/signatory/${formId}`;
  const paper = `${visitor.row.id}/signatory-named/${formId}`;
  const decision = { kind: 'name-signatory', paper, instead: visitor.person.id, signatory: person, why } as const;
  const act = citysAct(door, visitor, formId, decision, forCity);
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const kept = await keepPaperFile(door, proof, 'proof');
  if (!kept.ok) return kept;

  const { database } = door.records;
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(visitor.city));
  const language = application.contacts.find(({ role }) => role === 'main')?.language ?? 'en';
  if (!(await findPerson(database, person)))
    await writePerson(database, { id: person, case_id: visitor.row.id, role: 'signatory', language, ...who });
  const body: SignatoryPaper = {
    signatory: { ...who, capacity: capacityOf(why, (await signatoryOf(door, visitor)).capacity) },
    person,
    why,
    ...(termStart ? { termStart } : {}),
    ...(termEnd ? { termEnd } : {}),
    ...(kept.value ? { proof: kept.value } : {}),
  };
  const answer = await proposed(door, visitor, act, { id: paper, kind: 'signatory', body });
  if (answer.ok) await endLinks(database, { person: visitor.person.id, purpose: 'letter' }, door.clock.now());
  return answer;
}

/** In which capacity somebody signs who was named for this reason; at another address, in the same as before. */
function capacityOf(why: WhyAnother, before: Signatory['capacity']): Signatory['capacity'] {
  switch (why) {
    case 'successor':
      return 'office-holder';
    case 'address':
      return before;
    case 'mistake':
      return 'office-holder';
    case 'acting':
    case 'delegate':
      return why;
    default:
      return why satisfies never;
  }
}
