import { isClosed } from '../../domain/onboarding/state.ts';
import { questionsFor } from '../../service/casework/city-questions.ts';
import type { Door } from '../../service/door.ts';
import type { Visitor } from '../../service/invitations.ts';
import type { FormState } from '../../templates/pages/form-state.ts';
import type { QuestionForms } from '../../templates/pages/questions.tsx';
import { newForm } from './submitted.ts';

/** What was asked either way, and a form for each question that waits; one that came back is that of its own question. */
export async function questionForms(
  door: Door,
  visitor: Visitor,
  sent: { act: string; state: FormState } | null,
): Promise<QuestionForms> {
  const questions = await questionsFor(door, visitor);
  const waiting = questions.filter(({ from, answer }) => from === 'staff' && answer === null);
  const cameBack = (act: string) => (sent?.act === act ? sent.state : null);
  const formOf = (id: string) => {
    const state = cameBack('answer-question');
    return state?.values.get('question') === id ? state : newForm();
  };
  return {
    questions,
    answers: new Map(waiting.map(({ id }) => [id, formOf(id)])),
    ask: isClosed(visitor.city.stage) ? null : (cameBack('ask') ?? newForm()),
  };
}
