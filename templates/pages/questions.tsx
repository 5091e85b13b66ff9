/** @jsxImportSource hono/jsx */
import { dayIn } from '../../domain/days.ts';
import type { Instant } from '../../domain/ids.ts';
import { filled } from '../letter-words.ts';
import { inParagraphs } from '../shown-text.ts';
import { shortDayWords } from '../time-words.ts';
import { TextArea } from './fields.tsx';
import type { FormState } from './form-state.ts';
import { Form } from './frame.tsx';
import { Way } from './pieces.tsx';
import type { PageWords } from './words.ts';

/** A question as the city sees it: who asked, what, and what was answered. */
export type AskedQuestion = {
  id: string;
  from: 'city' | 'staff';
  at: Instant;
  text: string;
  answer: { at: Instant; text: string } | null;
};
export type QuestionForms = {
  questions: readonly AskedQuestion[];
  /** The form of each question that waits for the city, by the question's id. */
  answers: ReadonlyMap<string, FormState>;
  /** The city's own question; null where nobody would read it any more. */
  ask: FormState | null;
};
type Props = QuestionForms & { words: PageWords; here: string; zone: string };

/** Every form about questions, by its id on the page. */
export function questionFormsOf({ answers, ask }: QuestionForms): [string, FormState | undefined][] {
  return [['ask', ask ?? undefined], ...[...answers].map(([id, state]): [string, FormState] => [formId(id), state])];
}

/** What we ask the city and have no answer to: above all else, each with its form. */
export function OpenQuestions({ words, here, questions, answers }: Props) {
  return (
    <>
      {questions.flatMap(({ id, text }) => {
        const state = answers.get(id);
        if (!state) return [];
        return [
          <section class="panel turn">
            <h2>{words.questions.ours}</h2>
            <Said text={text} />
            <Form id={formId(id)} action={`${here}/answer-question`} state={state}>
              <input type="hidden" name="question" value={id} />
              <TextArea words={words} form={formId(id)} state={state} name="reply" rows={4} />
              <button type="submit">{words.questions.sendAnswer}</button>
            </Form>
          </section>,
        ];
      })}
    </>
  );
}

/** What was asked and answered before, and a way to ask us something. */
export function Questions({ words, here, zone, questions, answers, ask }: Props) {
  const on = (at: Instant) => shortDayWords(dayIn(at, zone), words.language);
  const before = questions.filter(({ id }) => !answers.has(id));
  return (
    <>
      {before.length > 0 && (
        <section>
          <h2>{words.questions.title}</h2>
          {before.map(({ from, at, text, answer }) => (
            <>
              <h3>{filled(from === 'city' ? words.questions.youAsked : words.questions.weAsked, { on: on(at) })}</h3>
              <Said text={text} />
              {answer && (
                <>
                  <p class="quiet">
                    {filled(from === 'city' ? words.questions.weAnswered : words.questions.youAnswered, {
                      on: on(answer.at),
                    })}
                  </p>
                  <Said text={answer.text} />
                </>
              )}
              {!answer && <p class="quiet">{words.questions.waiting}</p>}
            </>
          ))}
        </section>
      )}
      {ask && (
        <Way title={words.questions.ask} open={ask.problems.length > 0}>
          <p>{words.questions.askHint}</p>
          <Form id="ask" action={`${here}/ask`} state={ask}>
            <TextArea words={words} form="ask" state={ask} name="question" rows={4} />
            <button type="submit" class="second">
              {words.questions.send}
            </button>
          </Form>
        </Way>
      )}
    </>
  );
}

function formId(question: string): string {
  return `question-${question}`;
}

function Said({ text }: { text: string }) {
  return (
    <blockquote dir="auto">
      {inParagraphs(text).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </blockquote>
  );
}
