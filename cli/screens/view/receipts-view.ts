import type { AnnouncementFile } from '../known.ts';
import { column, type Line, line, type Tone, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { timeOf } from '../when.ts';

type Delivery = AnnouncementFile['deliveries'][number];

/** One line for each channel: published, on its way, failed, or not sure; and what came of the newsletter. */
export function receiptLines(state: State, { deliveries }: AnnouncementFile): Line[] {
  if (deliveries.length === 0) return [line(toned('quiet', '   Nothing was published yet.'))];
  const site = deliveries.filter(({ channel }) => channel === 'site');
  const letters = deliveries.filter(({ kind }) => kind === 'newsletter');
  return [
    line(toned('quiet', `     ${column('Channel', 14)} ${column('State', 30)} ${column('Receipt', 14)} Done at`)),
    ...site.map((one) => receiptLine(state, one)),
    ...(letters.length === 0 ? [] : newsletter(state, letters)),
    line(toned('quiet', ' "not sure": the mail server\'s answer was lost. Nothing goes twice by itself.')),
  ];
}

function receiptLine({ zone }: State, { kind, state, receipt, done_at: at }: Delivery): Line {
  const { sign, word, tone } = states[state] ?? { sign: '?', word: state, tone: 'warn' as const };
  return line(
    '   ',
    { text: sign, tone, bold: true },
    ` ${column(kind.replaceAll('-', ' '), 14)} ${column(word, 30)} ${column(receipt?.slice(0, 12) ?? '-', 14)} ${at ? timeOf(at, zone) : ''}`,
  );
}

function newsletter({ zone }: State, letters: readonly Delivery[]): Line[] {
  const count = (state: string) => letters.filter((one) => one.state === state).length;
  const done = count('done');
  const words = [
    `${done} of ${letters.length} accepted`,
    ...['failed', 'deferred', 'unknown', 'begun'].flatMap((state) =>
      count(state) === 0 ? [] : [`${count(state)} ${states[state]?.word ?? state}`],
    ),
  ];
  const last = letters.findLast(({ done_at: at }) => at !== null)?.done_at;
  const sign = count('unknown') > 0 ? '?' : count('failed') > 0 ? '!' : done === letters.length ? '+' : '~';
  return [
    line(
      '   ',
      { text: sign, bold: true },
      ` ${column('newsletter', 14)} ${column(words.join(', '), 45)} ${last ? timeOf(last, zone) : ''}`,
    ),
  ];
}

const states: Record<string, { sign: string; word: string; tone: Tone }> = {
  begun: { sign: '.', word: 'begun', tone: 'quiet' },
  done: { sign: '+', word: 'published', tone: 'go' },
  failed: { sign: 'x', word: 'failed', tone: 'stop' },
  deferred: { sign: '~', word: 'later', tone: 'warn' },
  unknown: { sign: '?', word: 'not sure', tone: 'warn' },
};
