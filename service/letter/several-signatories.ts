import { z } from 'zod';
import { type ApplicationPaper, applicationPaperOf, type SignatoriesPaper } from '../../domain/case-papers.ts';
import type { ActorId } from '../../domain/ids.ts';
import { Signatory } from '../../domain/letter-answer.ts';
import type { LetterSignatory, Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { emailAddress, shortText } from '../../domain/text.ts';
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

const order = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(1, 'is below 1')
  .max(20, 'is above 20');
const whoIsThere = z.strictObject({ person: shortText, order });
const whoIsNew = z.strictObject({ ...Signatory.shape, email: emailAddress, order });
const severalForm = z.strictObject({
  signatories: z
    .array(z.union([whoIsThere, whoIsNew]))
    .min(1)
    .max(9),
});
type Row = z.output<typeof severalForm>['signatories'][number];

/**
 * Says who signs and in which order: equal numbers are asked together, a higher one once all lower have signed. Whoever has
 * signed stays; the link of whoever is left out ends.
 */
export async function setSignatories(
  door: Door,
  visitor: Visitor,
  input: unknown,
  formId: string,
  forCity?: ForCity,
): Promise<Answer<Onboarding>> {
  const given = parsed(severalForm, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const before = signatoriesIn(visitor.city);
  const rows = given.value.signatories;
  const isKnown = (row: Row) => !('person' in row) || before.some(({ person }) => person === row.person);
  if (!rows.every(isKnown)) return no({ code: 'not-the-signatory' });

  const named = await Promise.all(rows.map((row, index) => written(door, visitor, row, `${formId}/${index + 1}`)));
  const paper = `${visitor.row.id}/signatories/${formId}`;
  const signatories = named.map(({ person, order: number }) => ({ person, order: number }));
  const act = citysAct(door, visitor, formId, { kind: 'set-signatories', paper, signatories }, forCity);
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const body: SignatoriesPaper = { signatories: named };
  const answer = await proposed(door, visitor, act, { id: paper, kind: 'signatory', body });
  const left = before.filter(({ person }) => !signatories.some((one) => one.person === person));
  if (answer.ok)
    for (const { person } of left)
      await endLinks(door.records.database, { person, purpose: 'letter' }, door.clock.now());
  return answer;
}

/** A row as the paper keeps it; somebody new is written down as a person of the case. */
async function written(
  door: Door,
  { row, city }: Visitor,
  given: Row,
  id: string,
): Promise<SignatoriesPaper['signatories'][number]> {
  const { database } = door.records;
  if ('person' in given) {
    const known = await findPerson(database, given.person);
    if (!known) throw new Error(`Person ${given.person} signs, but is not in the records.`);
    const signatory = { ...(await signatoryOf(door, { person: known, city })), email: known.email };
    return { person: given.person, signatory, order: given.order };
  }
  const { order: number, capacity, ...who } = given;
  const person: ActorId = `${row.id}/signatory/${id}`;
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(city));
  const language = application.contacts.find(({ role }) => role === 'main')?.language ?? 'en';
  if (!(await findPerson(database, person)))
    await writePerson(database, { id: person, case_id: row.id, role: 'signatory', language, ...who });
  return { person, signatory: { ...who, capacity }, order: number };
}

function signatoriesIn({ stage }: Onboarding): LetterSignatory[] {
  return stage.stage === 'letter' ? stage.signatories : [];
}
