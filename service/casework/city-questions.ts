import { isClosed } from '../../domain/onboarding/state.ts';
import { text } from '../../domain/text.ts';
import { askedSince, findQuestion, questionsOf, writeCityQuestion, writeCityReply } from '../../records/questions.ts';
import { type Answer, no, wrong, yes } from '../answer.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';

// Whoever holds a link could fill the office's list without these limits.
const mostAsked = { everyHour: 5, everyCase: 100 };

/** The city asks the office; the question waits on the staff's list until somebody replies. */
export async function askOffice(door: Door, visitor: Visitor, written: string, formId: string): Promise<Answer<null>> {
  const words = text(4000).safeParse(written);
  if (!words.success) return wrong('question', words.error.issues[0]?.message ?? 'is missing');
  const { row, city, person } = visitor;
  if (isClosed(city.stage)) return no({ code: 'ended', stage: city.stage.stage });
  const { database } = door.records;
  const at = door.clock.now();
  const hourAgo = new Date(Date.parse(at) - 3_600_000).toISOString();
  const again = (await findQuestion(database, row.id, formId)) !== null;
  const tooOften =
    (await askedSince(database, row.id, hourAgo)) >= mostAsked.everyHour ||
    (await askedSince(database, row.id, '')) >= mostAsked.everyCase;
  if (tooOften && !again) return no({ code: 'too-many' });
  await writeCityQuestion(database, row.id, { act: formId, actor: person.id, at, text: words.data });
  return yes(null);
}

/** What was asked either way in a case, and answered, as its own people see it. */
export async function questionsFor(door: Door, { row }: Visitor) {
  return (await questionsOf(door.records.database, row.id)).map(({ id, from, at, text: words, answers: [answer] }) => ({
    id,
    from,
    at,
    text: words,
    answer: answer ? { at: answer.at, text: answer.text } : null,
  }));
}

/** Whether a visitor has asked, or answered, a question of this case; what they are told again then. */
export async function hasDone(door: Door, { row, person }: Visitor, done: string): Promise<boolean> {
  const questions = await questionsOf(door.records.database, row.id);
  if (done === 'ask') return questions.some(({ by, from }) => from === 'city' && by === person.id);
  return done === 'answer-question' && questions.some(({ answers }) => answers.some(({ by }) => by === person.id));
}

/** The city answers a question of the office; the first answer stands. */
export async function answerOffice(
  door: Door,
  visitor: Visitor,
  given: { question: string; text: string },
  formId: string,
): Promise<Answer<null>> {
  const words = text(4000).safeParse(given.text);
  if (!words.success) return wrong('reply', words.error.issues[0]?.message ?? 'is missing');
  const { row, person } = visitor;
  const { database } = door.records;
  const asked = await findQuestion(database, row.id, given.question);
  if (!asked || asked.asked_of !== 'city') return no({ code: 'not-found', what: 'question' });
  const said = { act: formId, actor: person.id, at: door.clock.now(), text: words.data };
  return (await writeCityReply(database, row.id, given.question, said)) ? yes(null) : no({ code: 'answered' });
}
