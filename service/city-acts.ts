import { Application } from '../domain/application.ts';
import { sha256OfValue } from '../domain/canonical.ts';
import {
  type ApplicationPaper,
  applicationPaperOf,
  type ReasonPaper,
  type StatementPaper,
} from '../domain/case-papers.ts';
import { toldTooEarly } from '../domain/in-the-future.ts';
import type { Act } from '../domain/onboarding/acts.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { parsed } from '../domain/problems.ts';
import { Statement } from '../domain/statement.ts';
import { emailAddress, text } from '../domain/text.ts';
import { bodyOf, type PaperKind, proposePaper } from '../records/papers.ts';
import { writePerson } from '../records/people.ts';
import { actOf, naming, refusedBefore, sendAct } from './acting.ts';
import { type Answer, no, wrong } from './answer.ts';
import { peopleIn } from './apply.ts';
import { useTypedCode } from './codes.ts';
import type { Door } from './door.ts';
import type { Visitor } from './invitations.ts';

/** What the city answers after its application came back. */
export async function answerReview(
  door: Door,
  visitor: Visitor,
  input: unknown,
  formId: string,
): Promise<Answer<Onboarding>> {
  const application = parsed(Application, input);
  const late = toldTooEarly(input, door.clock.now());
  if (!application.ok) return no({ code: 'invalid', problems: [...application.problems, ...late] });
  if (late.length > 0) return no({ code: 'invalid', problems: late });
  const { country } = visitor.city;
  if (application.value.authority.country !== country)
    return wrong(
      'authority.country',
      `cannot change after applying: it was ${country}; withdraw this application and apply again`,
    );

  const paper = `${visitor.row.id}/application/${formId}`;
  const act = actOf(door, visitor, formId, { kind: 'answer', paper });
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const { people, paper: body } = peopleIn(application.value, visitor.row.id);
  for (const person of people) await writePerson(door.records.database, person);
  return await proposed(door, visitor, act, { id: paper, kind: 'application', body });
}

/** The office drafts the section and the mayor's words; who speaks gets a link of their own. */
export async function draftStatement(
  door: Door,
  visitor: Visitor,
  input: unknown,
  formId: string,
): Promise<Answer<Onboarding>> {
  const statement = parsed(Statement, input);
  if (!statement.ok) return no({ code: 'invalid', problems: statement.problems });
  const { database } = door.records;
  const { application, officeHolder } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(visitor.city));
  const { speaker } = statement.value;
  const isHolder = speaker.email === undefined || speaker.email === application.officeHolder.email;
  const person = isHolder ? officeHolder : `${visitor.row.id}/speaker/${formId}`;

  const body: StatementPaper = { statement: statement.value, speaker: person };
  const paper = `${visitor.row.id}/statement/${formId}`;
  const act = actOf(door, visitor, formId, {
    kind: 'draft',
    paper,
    sha256: sha256OfValue(statement.value),
    speaker: person,
  });
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  if (!isHolder)
    await writePerson(database, {
      id: person,
      case_id: visitor.row.id,
      role: 'speaker',
      name: speaker.name,
      title: speaker.title,
      email: emailAddress.parse(speaker.email),
      language: visitor.person.language,
    });
  return await proposed(door, visitor, act, { id: paper, kind: 'statement', body });
}

/** The mayor says yes to the exact words, with a code as second proof. */
export async function confirmWords(
  door: Door,
  visitor: Visitor,
  given: { code: string; sha256: string },
  formId: string,
): Promise<Answer<Onboarding>> {
  const { sha256 } = given;
  const paper = `${visitor.row.id}/confirmation/${formId}`;
  const act = actOf(door, visitor, formId, { kind: 'confirm', paper, sha256 });
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const code = await useTypedCode(door, visitor, { purpose: 'words', sha256, typed: given.code, formId });
  if (!code.ok) return code;
  return await proposed(door, visitor, act, { id: paper, kind: 'signature', body: { sha256, code: code.value } });
}

/** Acts that come with nothing but a reason. */
export async function actWithReason(
  door: Door,
  visitor: Visitor,
  kind: 'decline' | 'change-words' | 'waive-statement' | 'withdraw',
  reason: string,
  formId: string,
): Promise<Answer<Onboarding>> {
  const written = text(4000).safeParse(reason);
  if (!written.success) return wrong('reason', written.error.issues[0]?.message ?? 'is missing');
  const paper = `${visitor.row.id}/reason/${formId}`;
  const act = actOf(door, visitor, formId, { kind, paper });
  const body: ReasonPaper = { reason: written.data };
  return await proposed(door, visitor, act, { id: paper, kind: 'reason', body });
}

/** Notes what was said before it is sent; were it refused after all, it stays a proposal that nothing refers to. */
export async function proposed(
  door: Door,
  visitor: Visitor,
  act: Act,
  paper: { id: string; kind: PaperKind; body: unknown },
): Promise<Answer<Onboarding>> {
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const { actor, at } = act;
  const id = await proposePaper(door.records.database, { ...paper, subject: visitor.row.id, sha256: null, actor, at });
  return await sendAct(door, visitor.row.id, naming(act, id));
}
