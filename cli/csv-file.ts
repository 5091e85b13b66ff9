import { basename } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../domain/problems.ts';
import { Troubled } from './trouble.ts';

/** One row of a CSV file: its cells by their headings, and the line on which it ends. */
export type CsvRow = { line: number; cells: Record<string, string> };

/**
 * Reads a CSV file with headings: commas, semicolons or tabs, in UTF-8. Empty cells are left out. A file that is none is a
 * trouble that names the line.
 */
export function readCsv(file: string, bytes: Uint8Array): CsvRow[] {
  try {
    const written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const records = parse(written, {
      bom: true,
      columns: (headings: string[]) => headings.map((heading) => heading.trim()),
      delimiter: delimiterOf(written),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: Record<string, string> }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: withoutEmpty(record) }));
  } catch (error) {
    throw new Troubled('invalid', 'This is no CSV file that can be read. Nothing was sent.', {
      problems: [problemOf(basename(file), error)],
    });
  }
}

/** The file and line of a problem that is named by `rows[3].name`; other problems stay as they are. */
export function atLines(file: string, rows: readonly CsvRow[], problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    const [, index, path = ''] = /^rows\[(\d+)\]\.?(.*)$/.exec(problem.path) ?? [];
    const row = index === undefined ? undefined : rows[Number(index)];
    return row ? { ...problem, file: `${basename(file)}, line ${row.line}`, path } : problem;
  });
}

/** The sign that parts the headings: whichever of the three is there most. */
function delimiterOf(written: string): string {
  const [first = ''] = written.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.sign ?? ',';
}

function withoutEmpty(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ''));
}

function problemOf(file: string, error: unknown): Problem {
  if (error instanceof TypeError) return { file, path: '', message: 'is not text in UTF-8: save it in that encoding' };
  const { lines, code } = error as Partial<CsvError> & { lines?: number };
  const why =
    code === 'CSV_RECORD_INCONSISTENT_COLUMNS' ? 'has more or fewer cells than the headings' : 'cannot be read as CSV';
  return { file: lines === undefined ? file : `${file}, line ${lines}`, path: '', message: why };
}
