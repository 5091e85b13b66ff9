import { hintsOf, type Place } from '../keymap.ts';
import { bold, fitted, type Line, leftAndRight, line, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { age, dayAndTime, timeOf } from '../when.ts';

/** A rule across the screen; nothing stands to the right of it. */
export function rule({ size }: State): Line {
  return line(toned('quiet', '-'.repeat(size.columns)));
}

/** The last three rows of every screen: what the last key led to, how fresh it is and for whom, and the keys. */
export function footer(state: State, place: Place): Line[] {
  const { columns } = state.size;
  return [
    fitted(noticeLine(state), columns),
    leftAndRight(line(toned('quiet', ` ${freshness(state)}   ${whoami(state)}`)), clock(state), columns),
    fitted(line(toned('quiet', ` ${hintsOf(place)}`)), columns),
  ];
}

/** Which rows of a text are seen, at the right end of a row; nothing where all are. */
export function whichRows(state: State, from: number, height: number, all: number): Line {
  const words = all <= height ? '' : `${from + 1}-${Math.min(all, from + height)} of ${all} rows, j k `;
  return leftAndRight(line(''), line(toned('quiet', words)), state.size.columns);
}

/** Rows of which a window is seen, filled up with empty ones. */
export function windowed(rows: readonly Line[], from: number, height: number): Line[] {
  const shown = rows.slice(from, from + height);
  return [...shown, ...Array.from({ length: Math.max(0, height - shown.length) }, () => line(''))];
}

function noticeLine({ link, notice, now, zone, host }: State): Line {
  if (link.kind === 'closed') return line(' ', toned('stop', 'x'), ` ${link.why}`);
  if (link.kind === 'lost') {
    const seconds = Math.max(0, Math.ceil((Date.parse(link.next) - Date.parse(now)) / 1000));
    return line(
      ' ',
      toned('stop', 'x'),
      ` No answer from ${host} since ${timeOf(link.since, zone)} (${secondsOrAge(link.since, now)}). Next try in ${seconds} s. t: now.`,
    );
  }
  if (!notice) return line('');
  const tone = notice.sign === '+' ? 'go' : notice.sign === '!' ? 'warn' : 'stop';
  return line(' ', { text: notice.sign, tone, bold: true }, ` ${notice.text}`);
}

function secondsOrAge(since: string, now: string): string {
  const seconds = Math.round((Date.parse(now) - Date.parse(since)) / 1000);
  return seconds < 120 ? `${seconds} s` : age(since, now);
}

function freshness({ link, now, zone }: State): string {
  switch (link.kind) {
    case 'asking':
      return 'Asking';
    case 'live':
      return `Live, ${Math.max(0, Math.round((Date.parse(now) - Date.parse(link.at)) / 1000))} s old`;
    case 'lost':
      return `Data from ${timeOf(link.since, zone)}`;
    case 'closed':
      return 'Not let in';
    default:
      return link satisfies never;
  }
}

function whoami({ me, host }: State): string {
  return me ? `${me.name}, ${me.roles[0] ?? 'no role'}   ${host}` : host;
}

function clock({ now, zone }: State): Line {
  return line(toned('quiet', `${dayAndTime(now, now, zone)} `));
}

/** The title of a page: where one is, from the inbox on. */
export function whereabouts(...path: string[]): Line {
  return line(' oasc > ', bold(path.join(' > ')));
}
