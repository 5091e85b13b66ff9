import type { CaseFile } from '../known.ts';
import { bold, column, type Line, line, type Tone, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';

/** A mail of a case: one that went out, by its receipt, or one that waits with a decision that is not told yet. */
export type CaseMail = {
  id: string | null;
  kind: string;
  to: string;
  state: string;
  at: string;
  words: string[] | null;
};

/** The mails of a case: what waits, then what went out, the newest first. */
export function mailsOf({ deliveries, people, pending }: CaseFile): CaseMail[] {
  const sent = deliveries.toReversed().map(({ id, kind, receiver, state, begun_at: at, copy }): CaseMail => {
    const to = people.find((person) => person.id === receiver)?.name ?? '';
    return { id: copy === null ? null : id, kind: kind.replaceAll('-', ' '), to, state, at, words: null };
  });
  if (!pending) return sent;
  const { mail, at } = pending;
  const words = [mail.subject, '', ...mail.text.split('\n')];
  return [{ id: null, kind: 'waits to be told', to: mail.to.name, state: 'waiting', at, words }, ...sent];
}

export function mailLines({ now, zone }: State, file: CaseFile, selected = 0): Line[] {
  const mails = mailsOf(file);
  if (mails.length === 0) return [line(toned('quiet', '   No mail has gone out yet.'))];
  return mails.map(({ kind, to, state, at }, index) => {
    const { sign, word, tone } = states[state] ?? { sign: '?', word: state, tone: 'warn' as const };
    const words = ` ${column(word, 9)} ${column(kind, 26)} ${to === '' ? '' : `to ${to}`}`;
    return line(
      index === selected ? bold('>') : ' ',
      toned('quiet', column(dayAndTime(at, now, zone), 17)),
      ' ',
      { text: sign, tone, bold: true },
      index === selected ? bold(words) : words,
    );
  });
}

const states: Record<string, { sign: string; word: string; tone: Tone }> = {
  waiting: { sign: '=', word: 'waits', tone: 'warn' },
  begun: { sign: '.', word: 'begun', tone: 'quiet' },
  done: { sign: '+', word: 'sent', tone: 'go' },
  failed: { sign: 'x', word: 'failed', tone: 'stop' },
  deferred: { sign: '~', word: 'later', tone: 'warn' },
  unknown: { sign: '?', word: 'not sure', tone: 'warn' },
};
