import { actWords } from '../act-table.ts';
import type { Offer } from '../known.ts';
import { bold, column, type Line, line, toned, wrapped } from '../lines.ts';
import { isBesideThePoint, reasonOnly } from '../offers.ts';
import type { State } from '../state.ts';

const height = 4;

/** What one may do now, with the key of each act, and what one may not, with the reason that the service gives. */
export function actPanel({ size }: State, offers: readonly Offer[]): Line[] {
  const left = Math.floor(size.columns * 0.56);
  const may = mayRows(
    offers.filter((one) => one.may),
    left,
  );
  const not = notRows(
    offers.filter(({ may: does, code }) => !does && !isBesideThePoint(code)),
    size.columns - left - 2,
  );
  return [
    line(bold(column(' You may now', left)), bold('Not now, and why')),
    ...Array.from({ length: height }, (_, index) =>
      line(column(may[index] ?? '', left), toned('quiet', not[index] ?? '')),
    ),
  ];
}

/** Two acts a row; where there are more than fit, the last place says where all of them are. */
function mayRows(offers: readonly Offer[], width: number): string[] {
  const each = Math.floor((width - 1) / 2);
  const words = offers.map(({ kind }) => {
    const { key, says } = actWords(kind);
    return `${key === '' ? ':' : key} ${says}`;
  });
  const places = height * 2;
  const shown = words.length > places ? [...words.slice(0, places - 1), `: all ${words.length} acts`] : words;
  if (shown.length === 0) return [' Nothing: read, or go back.'];
  return Array.from({ length: height }, (_, row) =>
    shown.length <= height
      ? ` ${shown[row] ?? ''}`
      : ` ${column(shown[row] ?? '', each)}${column(shown[row + height] ?? '', each)}`,
  );
}

function notRows(offers: readonly Offer[], width: number): string[] {
  return offers.flatMap(({ kind, sentence }) => {
    const [first = '', ...rest] = wrapped(`${actWords(kind).says}: ${reasonOnly(sentence ?? 'not now')}`, width - 1);
    return [first, ...rest.map((row) => `  ${row}`)];
  });
}
