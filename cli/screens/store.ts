import type { StaffClient } from '../staff-client.ts';
import { troubleOf } from '../trouble.ts';
import { answering } from './answering.ts';
import type { Effect, Event, Question } from './events.ts';
import { questionsOf } from './questions.ts';
import { sendOff } from './sending.ts';
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

/** What is done outside of the screens: leaving them, and writing in an editor. */
export type Hands = { leave(): void; write(text: string): Promise<string> };

/** How often the page that is seen is asked for anew, in milliseconds; an unchanged list is answered without its rows. */
const freshEvery = 3000;

export function createStore(first: State, client: StaffClient, hands: Hands): Store {
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
    switch (effect.kind) {
      case 'leave':
        return hands.leave();
      case 'ask':
        return void ask(effect.question);
      case 'send':
        return void send(effect);
      case 'write':
        return void write(effect);
      default:
        return effect satisfies never;
    }
  };
  const send = async ({ dialog, sending, done }: Extract<Effect, { kind: 'send' }>) => {
    dispatch(
      await sendOff(client, sending).then(
        (): Event => ({ kind: 'sent', dialog, done, now: now() }),
        (error: unknown): Event => ({ kind: 'unsent', dialog, trouble: troubleOf(error), now: now() }),
      ),
    );
  };
  const write = async ({ dialog, text }: Extract<Effect, { kind: 'write' }>) => {
    dispatch({ kind: 'written', dialog, text: await hands.write(text).catch(() => text) });
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
