import type { StaffClient } from '../staff-client.ts';
import { troubleOf } from '../trouble.ts';
import { answering } from './answering.ts';
import type { Effect, Event, Question } from './events.ts';
import { questionsOf } from './questions.ts';
import type { State } from './state.ts';
import { update } from './update.ts';

/** The state with everything that changes it: keys come in, the service is asked, and whoever draws is told. */
export type Store = {
  state(): State;
  dispatch(event: Event): void;
  subscribe(listener: () => void): () => void;
  /** Asks what the page that is seen needs, now and again from then on, until it is stopped. */
  begin(): void;
  stop(): void;
};

/** How often the page that is seen is asked for anew, in milliseconds; an unchanged list is answered without its rows. */
const freshEvery = 3000;

export function createStore(first: State, client: StaffClient, leave: () => void): Store {
  let state = first;
  const listeners = new Set<() => void>();
  const asked = new Set<string>();
  const timers: NodeJS.Timeout[] = [];
  const now = () => new Date().toISOString();

  const dispatch = (event: Event) => {
    const [next, ...effects] = update(state, event);
    if (next !== state) {
      state = next;
      for (const listener of listeners) listener();
    }
    for (const effect of effects) perform(effect);
  };
  const perform = (effect: Effect) => {
    if (effect.kind === 'leave') leave();
    else void ask(effect.question);
  };
  const ask = async (question: Question) => {
    const key = JSON.stringify(question);
    if (asked.has(key)) return;
    asked.add(key);
    const event = await answering(client, question).then(
      (answer): Event => ({ kind: 'answered', answer, now: now() }),
      (error: unknown): Event => ({ kind: 'failed', question, trouble: troubleOf(error), now: now() }),
    );
    asked.delete(key);
    dispatch(event);
  };
  const askAgain = () => {
    const { link } = state;
    if (link.kind === 'closed' || (link.kind === 'lost' && link.next > now())) return;
    for (const question of questionsOf(state)) void ask(question);
  };

  return {
    state: () => state,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: () => {
      askAgain();
      timers.push(setInterval(() => dispatch({ kind: 'ticked', now: now() }), 1000));
      timers.push(setInterval(askAgain, freshEvery));
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
