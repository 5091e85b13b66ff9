import pg from 'pg';

const { builtins } = pg.types;

/** A text can hold every character but this one in PostgreSQL, and people may write it: it is written as an escape. */
const escape = '\u{10FFFF}';

/** A value as it is written: texts come back letter for letter. */
export function writtenValue(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replaceAll(escape, `${escape}1`).replaceAll('\u0000', `${escape}0`);
}

function readText(written: string): string {
  if (!written.includes(escape)) return written;
  return written.replaceAll(`${escape}0`, '\u0000').replaceAll(`${escape}1`, escape);
}

const readers = new Map<number, (written: string) => unknown>([
  [builtins.TEXT, readText],
  [builtins.VARCHAR, readText],
  // Counts and sums are numbers, and what is true is 1, as SQLite has it.
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BOOL, (written) => (written === 't' ? 1 : 0)],
]);

/** How values are read, so that a row is the same from either database. */
export const valueReaders: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => readers.get(type) ?? pg.types.getTypeParser(type, format),
};
