import type { StaffClient } from '../staff-client.ts';
import { troubleOf } from '../trouble.ts';
import { answering } from './answering.ts';
import type { Effect, Event } from './events.ts';
import { saved } from './saving.ts';
import { sendOff } from './sending.ts';

/** What is done outside of the screens: leaving them, and writing in an editor. */
export type Hands = { leave(interrupted: boolean): void; write(text: string): Promise<string> };

/** Does what the screens want done, and says what came of it; null where nothing does. */
export async function performed(effect: Effect, client: StaffClient, hands: Hands): Promise<Event | null> {
  const now = () => new Date().toISOString();
  switch (effect.kind) {
    case 'leave':
      hands.leave(effect.interrupted);
      return null;
    case 'ask': {
      const { question } = effect;
      return await answering(client, question).then(
        (answer): Event => ({ kind: 'answered', answer, now: now() }),
        (error: unknown): Event => ({ kind: 'failed', question, trouble: troubleOf(error), now: now() }),
      );
    }
    case 'send': {
      const { dialog, sending, done } = effect;
      return await sendOff(client, sending).then(
        (answer): Event => ({ kind: 'sent', dialog, done, answer, now: now() }),
        (error: unknown): Event => ({ kind: 'unsent', dialog, trouble: troubleOf(error), now: now() }),
      );
    }
    case 'save': {
      const { path, name } = effect;
      return await saved(client, path, name).then(
        (where): Event => ({ kind: 'saved', where }),
        (error: unknown): Event => ({ kind: 'notSaved', trouble: troubleOf(error) }),
      );
    }
    case 'write': {
      const { dialog, text } = effect;
      return { kind: 'written', dialog, text: await hands.write(text).catch(() => text) };
    }
    default:
      return effect satisfies never;
  }
}
