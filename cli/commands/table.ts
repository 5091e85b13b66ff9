import stringWidth from 'string-width';
import { inOneLine } from '../../templates/shown-text.ts';

/**
 * Rows under their headings, in columns as wide as they look on a terminal. What is too long is cut, but for the last
 * column, where ids stand; what could move the cursor is made harmless.
 */
export function table(headings: readonly string[], rows: readonly (readonly (string | null | undefined)[])[]): string {
  const last = headings.length - 1;
  const cells = [headings, ...rows].map((row) =>
    row.map((cell, column) => (column === last ? inOneLine(cell ?? '') : cut(inOneLine(cell ?? '')))),
  );
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))));
  return cells
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same lines, two signs further in. */
export function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ');
}

/** Names and what they stand for, one pair a line; pairs without a value are left out. */
export function pairs(given: readonly (readonly [string, string | null | undefined])[]): string {
  const shown = given.flatMap(([name, value]) => (value ? [[name, inOneLine(value)] as const] : []));
  const width = Math.max(0, ...shown.map(([name]) => stringWidth(name)));
  return shown.map(([name, value]) => `  ${padded(name, width)}  ${value}`).join('\n');
}

/** A moment as it is read where the terminal stands: `2027-03-02 10:00`. */
export function moment(instant: string | null | undefined): string {
  if (!instant) return '';
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `3 cases`, `1 case` */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

const longest = 56;

function cut(cell: string): string {
  if (stringWidth(cell) <= longest) return cell;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(cell)) {
    if (stringWidth(kept + segment) > longest - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
}
