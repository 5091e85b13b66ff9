import type { Trouble } from '../trouble.ts';
import { ask, type Step } from './events.ts';
import { fieldsOf } from './form.ts';
import { draftKey, formOf } from './forms/form-of.ts';
import { questionsAbout } from './questions.ts';
import { closed, type DialogPage, opened, type Phase, type State, seen, withSeen } from './state.ts';

/** An act was taken: its dialog closes, its draft is done with, and what it is about is asked anew. */
export function sent(state: State, dialog: string, { done, answer }: { done: string; answer: unknown }): Step {
  const page = seen(state);
  const notice = { sign: '+' as const, text: done };
  if (page.page !== 'dialog' || page.id !== dialog) return [{ ...state, notice }];
  const { [draftKey(page)]: _, ...drafts } = state.drafts;
  const after = told(closed({ ...state, drafts }), formOf(state, page)?.tells?.(answer));
  return [{ ...after, notice }, ...questionsAbout(page.subject).map(ask)];
}

/** A page with what has to be read; the state as it is where nothing has. */
function told(state: State, paragraphs: string[] | undefined): State {
  if (!paragraphs) return state;
  return opened(state, {
    page: 'reader',
    title: 'Once, and not again',
    what: { about: 'staff' },
    paragraphs,
    scrolled: 0,
  });
}

/** An act was not taken: the dialog says why, keeps what was typed, and looks at what has changed. */
export function unsent(state: State, dialog: string, trouble: Trouble): Step {
  const page = seen(state);
  if (page.page !== 'dialog' || page.id !== dialog) return [{ ...state, notice: { sign: 'x', text: trouble.message } }];
  return [withSeen(state, { ...page, phase: phaseOf(trouble) }), ...questionsAbout(page.subject).map(ask)];
}

/** What somebody wrote in their own editor, in the field that they were in. */
export function written(state: State, dialog: string, text: string): State {
  const page = seen(state);
  if (page.page !== 'dialog' || page.id !== dialog) return state;
  const field = fieldIn(state, page);
  if (field === undefined) return state;
  const kept = text.replace(/\r\n?/g, '\n').trimEnd();
  return withSeen(state, { ...page, values: { ...page.values, [field]: kept }, at: kept.length });
}

function fieldIn(state: State, page: DialogPage): string | undefined {
  const form = formOf(state, page);
  return form ? fieldsOf(form)[page.focus]?.name : undefined;
}

function phaseOf({ code, message, problems, refusal }: Trouble): Phase {
  // What has changed is shown from the case itself, which is asked anew.
  if (refusal?.code === 'stale') return { is: 'filling' };
  const unknown =
    code === 'unreachable' ? ' Nobody knows whether it was taken: Ctrl-S sends the same act, and it counts once.' : '';
  const named = problems.map((problem) => `${lastOf(problem.path)} ${problem.message}`).join('; ');
  return { is: 'refused', message: `${message}${named === '' ? '' : ` ${named}.`}${unknown}`, who: whoIn(refusal) };
}

function lastOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

function whoIn(refusal: Trouble['refusal']): string[] {
  const who: unknown = refusal?.['who'];
  if (!Array.isArray(who)) return [];
  return who.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    return typeof one === 'object' && one !== null && 'name' in one ? [String(one.name)] : [];
  });
}
