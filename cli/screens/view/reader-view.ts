import { type Line, line, toned } from '../lines.ts';
import type { ReaderPage, State } from '../state.ts';
import { footer, rule, whereabouts, whichRows, windowed } from './frame.ts';
import { paragraphs } from './labelled.ts';

/** A text to read, from its beginning. */
export function readerView(state: State, page: ReaderPage): Line[] {
  const rows = readerLines(state, page);
  const height = readerRows(state);
  return [
    whereabouts(page.title),
    whichRows(state, page.scrolled, height, rows.length),
    rule(state),
    ...windowed(rows, page.scrolled, height),
    rule(state),
    ...footer(state, 'reader'),
  ];
}

export function readerRows({ size }: State): number {
  return Math.max(1, size.rows - 7);
}

export function readerLines({ size, host }: State, page: ReaderPage): Line[] {
  if (page.paragraphs === null) return [line(toned('quiet', `   Asking ${host} ...`))];
  // As wide as a page is pleasant to read, also where the terminal is wider.
  return page.paragraphs.flatMap((one) => paragraphs(one, Math.min(size.columns, 90), 3));
}
