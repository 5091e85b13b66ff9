import { cells, signsOf } from './lines.ts';

/** A text that is being typed, and the place of the cursor in it, counted in UTF-16 units as JavaScript does. */
export type Typed = { text: string; at: number };

/** The text after a key; unchanged by a key that edits nothing. Whole signs are stepped over and taken away. */
export function edited({ text, at }: Typed, key: string, input: string, width: number): Typed {
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (key) {
    case 'backspace':
    case 'delete': {
      const kept = before.slice(0, before.length - (signsOf(before).at(-1)?.length ?? 0));
      return { text: kept + after, at: kept.length };
    }
    case 'ctrl-d':
      return { text: before + after.slice(signsOf(after)[0]?.length ?? 0), at };
    case 'ctrl-u':
      return { text: after, at: 0 };
    case 'left':
      return { text, at: at - (signsOf(before).at(-1)?.length ?? 0) };
    case 'right':
      return { text, at: at + (signsOf(after)[0]?.length ?? 0) };
    case 'home':
    case 'ctrl-a':
      return { text, at: before.lastIndexOf('\n') + 1 };
    case 'end':
      return { text, at: after.includes('\n') ? at + after.indexOf('\n') : text.length };
    case 'up':
    case 'down':
      return { text, at: rowAway(text, at, width, key === 'up' ? -1 : 1) };
    default:
      return { text: before + input + after, at: at + input.length };
  }
}

/** A text as it is laid out: rows that fit, each with the place in the text at which it begins. */
export type LaidOut = { rows: { text: string; from: number }[]; row: number; cell: number };

/** Breaks a text into rows, between words where it can, and says where the cursor is seen. */
export function laidOut({ text, at }: Typed, width: number): LaidOut {
  const rows: LaidOut['rows'] = [];
  let from = 0;
  for (const paragraph of text.split('\n')) {
    for (const part of parted(paragraph, width)) {
      rows.push({ text: part, from });
      from += part.length;
    }
    from += 1;
  }
  const row = rows.findLastIndex((one) => one.from <= at);
  const found = rows[row] ?? { text: '', from: 0 };
  return { rows, row: Math.max(0, row), cell: cells(found.text.slice(0, at - found.from)) };
}

/** A paragraph in parts that fit; together they are the paragraph, sign by sign. */
function parted(paragraph: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const word of paragraph.split(/(?<= )/)) {
    if (part !== '' && cells(part) + cells(word.trimEnd()) > width) {
      parts.push(part);
      part = '';
    }
    part += word;
    while (cells(part.trimEnd()) > width) {
      const signs = signsOf(part);
      let size = 0;
      while (size < signs.length && cells(signs.slice(0, size + 1).join('')) <= width) size += 1;
      const first = signs.slice(0, Math.max(1, size)).join('');
      parts.push(first);
      part = part.slice(first.length);
    }
  }
  return [...parts, part];
}

function rowAway(text: string, at: number, width: number, step: 1 | -1): number {
  const { rows, row, cell } = laidOut({ text, at }, width);
  const other = rows[row + step];
  if (!other) return step < 0 ? 0 : text.length;
  let place = other.from;
  for (const sign of signsOf(other.text)) {
    if (cells(text.slice(other.from, place + sign.length)) > cell) break;
    place += sign.length;
  }
  return Math.min(place, other.from + other.text.length);
}
