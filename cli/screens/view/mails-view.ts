import type { CaseFile } from '../known.ts';
import { column, type Line, line, type Tone, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';

/** Every mail that went out about the case, by its receipt, the newest first. */
export function mailLines({ now, zone }: State, { deliveries, people }: CaseFile): Line[] {
  if (deliveries.length === 0) return [line(toned('quiet', '   No mail has gone out yet.'))];
  return deliveries.toReversed().map(({ kind, receiver, state, begun_at: at }) => {
    const person = people.find(({ id }) => id === receiver);
    const { sign, word, tone } = states[state] ?? { sign: '?', word: state, tone: 'warn' as const };
    return line(
      ' ',
      toned('quiet', column(dayAndTime(at, now, zone), 17)),
      ' ',
      { text: sign, tone, bold: true },
      ` ${column(word, 10)} ${column(kind.replaceAll('-', ' '), 24)} ${person ? `to ${person.name}` : ''}`,
    );
  });
}

const states: Record<string, { sign: string; word: string; tone: Tone }> = {
  begun: { sign: '.', word: 'begun', tone: 'quiet' },
  done: { sign: '+', word: 'sent', tone: 'go' },
  failed: { sign: 'x', word: 'failed', tone: 'stop' },
  deferred: { sign: '~', word: 'later', tone: 'warn' },
  unknown: { sign: '?', word: 'not sure', tone: 'warn' },
};
