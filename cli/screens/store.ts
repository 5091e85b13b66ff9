import type { StaffClient } from '../staff-client.ts';
import { ask, type Effect, type Event } from './events.ts';
import { type Hands, performed } from './performing.ts';
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

export function createStore(first: State, client: StaffClient, hands: Hands): Store {
  let state = first;
  const listeners = new Set<() => void>();
  const underWay = new Set<string>();
  const timers: NodeJS.Timeout[] = [];
  const now = () => new Date().toISOString();

  const dispatch = (event: Event) => {
    const [next, ...effects] = update(state, event);
    if (next !== state) {
      state = next;
      for (const listener of listeners) listener();
    }
    for (const effect of effects) void perform(effect);
  };
  const perform = async (effect: Effect) => {
    // What is being asked already is not asked a second time meanwhile.
    const key = effect.kind === 'ask' ? JSON.stringify(effect.question) : '';
    if (underWay.has(key)) return;
    if (key !== '') underWay.add(key);
    const event = await performed(effect, client, hands);
    underWay.delete(key);
    if (event) dispatch(event);
  };
  const askAgain = () => {
    const { link } = state;
    if (link.kind === 'closed' || (link.kind === 'lost' && link.next > now())) return;
    for (const question of questionsOf(state)) void perform(ask(question));
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
