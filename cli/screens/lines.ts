import stringWidth from 'string-width';
import { codeOf } from '../../templates/shown-text.ts';

/** What a colour adds to; it never carries the meaning alone. */
export type Tone = 'quiet' | 'link' | 'act' | 'stop' | 'warn' | 'go';
export type Span = { text: string; tone?: Tone; bold?: true; inverse?: true };
/** One row of cells; what is in it can neither move the cursor nor turn what is read. */
export type Line = readonly Span[];

/** A row of texts and spans, made harmless; line ends and tabs become spaces. */
export function line(...parts: (string | Span)[]): Line {
  return parts.map((part) =>
    typeof part === 'string' ? { text: harmless(part) } : { ...part, text: harmless(part.text) },
  );
}

/** A part of a row with a tone. */
export function toned(tone: Tone, text: string): Span {
  return { text, tone };
}

export function bold(text: string): Span {
  return { text, bold: true };
}

/** How many cells a text takes: a wide sign takes two, a combining one none. */
export function cells(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text);
}

export function lineCells(row: Line): number {
  return row.reduce((sum, { text }) => sum + cells(text), 0);
}

/** A row of exactly so many cells: cut with `..` where it is longer, filled with spaces where it is shorter. */
export function fitted(row: Line, width: number): Line {
  const taken = lineCells(row);
  if (taken <= width) return taken === width ? row : [...row, { text: ' '.repeat(width - taken) }];
  const kept: Span[] = [];
  let left = Math.max(0, width - 2);
  for (const span of row) {
    const size = cells(span.text);
    if (size <= left) {
      kept.push(span);
      left -= size;
      continue;
    }
    kept.push({ ...span, text: `${head(span.text, left)}${' '.repeat(left - cells(head(span.text, left)))}` });
    break;
  }
  return [...kept, { text: '..'.slice(0, width) }];
}

/** A text in a column of exactly so many cells. */
export function column(text: string, width: number): string {
  return fitted(line(text), width)
    .map((span) => span.text)
    .join('');
}

/** A row with something at its left and something at its right end; the right one is kept whole. */
export function leftAndRight(left: Line, right: Line, width: number): Line {
  const space = width - lineCells(right);
  return space < 4 ? fitted(left, width) : [...fitted(left, space - 1), { text: ' ' }, ...right];
}

/** A text broken into rows of at most so many cells, between words where it can be. */
export function wrapped(text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of harmless(text).split(' ')) {
    if (row !== '' && cells(row) + 1 + cells(word) > width) {
      rows.push(row);
      row = '';
    }
    row = row === '' ? word : `${row} ${word}`;
    while (cells(row) > width) {
      const part = head(row, width);
      rows.push(part);
      row = row.slice(part.length);
    }
  }
  return [...rows, row];
}

/** The beginning of a text that takes at most so many cells, whole signs only; at least one sign. */
export function head(text: string, width: number): string {
  if (isPlain(text)) return text.slice(0, width);
  let kept = '';
  for (const { segment } of signs.segment(text)) {
    if (cells(kept + segment) > width) break;
    kept += segment;
  }
  return kept;
}

/** The signs of a text as a reader counts them. */
export function signsOf(text: string): string[] {
  return [...signs.segment(text)].map(({ segment }) => segment);
}

const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function harmless(text: string): string {
  if (isPlain(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, codeOf);
}
