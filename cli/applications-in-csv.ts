import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Application } from '../domain/application.ts';
import { ApplicationState } from '../domain/imported-application.ts';
import { type Problem, parsed } from '../domain/problems.ts';
import { type CsvRow, readCsv } from './csv-file.ts';
import type { ImportRow } from './import-row.ts';
import { readBeside } from './input-files.ts';
import { Troubled } from './trouble.ts';

/**
 * Reads applications from a CSV file: `key`, `stage` (review where absent), `memberSince` and `letter.…` for the state, and
 * every other column by its path in an application, such as `contacts[0].email`.
 */
export async function applicationsInCsv(path: string): Promise<ImportRow[]> {
  const file = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new Troubled('invalid', 'The file cannot be read.', {
      problems: [{ file, path: '', message: 'cannot be read' }],
    });
  });
  const problems: Problem[] = [];
  const rows: ImportRow[] = [];
  for (const row of readCsv(path, bytes)) rows.push(await rowOf(dirname(path), file, row, problems));
  if (problems.length === 0) return rows;
  throw new Troubled('invalid', 'These applications cannot be imported. Nothing was sent.', { problems });
}

async function rowOf(folder: string, file: string, { line, cells }: CsvRow, problems: Problem[]): Promise<ImportRow> {
  const at = `${file}, line ${line}`;
  const { key = '', stage = 'review', memberSince, ...others } = cells;
  if (key === '') problems.push({ file: at, path: 'key', message: 'is empty: give each row a key of its own' });
  const isLetter = ([name]: [string, string]) => name.startsWith('letter.');
  const fields = Object.entries(others);
  // An application without claims has no column of them.
  const application = parsed(Application, { claims: [], ...nested(fields.filter((field) => !isLetter(field))) }, at);
  if (!application.ok) problems.push(...application.problems);
  const written = { stage, ...(memberSince === undefined ? {} : { memberSince }), ...nested(fields.filter(isLetter)) };
  const state = parsed(ApplicationState, written, at);
  if (!state.ok) problems.push(...state.problems);
  const read = {
    key,
    application: application.ok ? application.value : null,
    where: { application: at, state: at, letter: at },
  };
  if (!state.ok) return read;
  if (state.value.stage !== 'statement') return { ...read, state: state.value };
  const named = { file: at, path: 'letter.file' };
  const letter = await readBeside(folder, named, state.value.letter.file, async () => null, problems);
  return { ...read, state: state.value, ...(letter ? { letter: new Uint8Array(letter) } : {}) };
}

/** An object from fields by their paths: `contacts[0].email` stands in a list, `authority.population.value` in objects. */
export function nested(fields: readonly [string, string][]): Record<string, unknown> {
  const root = new Map<string, unknown>();
  for (const [path, cell] of fields) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
    const last = steps.pop();
    let place = root;
    for (const step of steps) {
      const inside = place.get(step);
      const next = inside instanceof Map ? (inside as Map<string, unknown>) : new Map<string, unknown>();
      place.set(step, next);
      place = next;
    }
    if (last !== undefined) place.set(last, valueOf(path, cell));
  }
  return lists(root) as Record<string, unknown>;
}

/** Cells are texts; the fields that are not say so here. */
function valueOf(path: string, cell: string): unknown {
  if (path === 'authority.population.value') return /^\d+$/.test(cell) ? Number(cell) : cell;
  if (path.startsWith('agreements.'))
    return /^(true|yes)$/i.test(cell) ? true : /^(false|no)$/i.test(cell) ? false : cell;
  return path === 'authority.languages' ? cell.split(/[\s,;]+/) : cell;
}

/** What has numbers for names becomes a list. */
function lists(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  const fields = [...(value as Map<string, unknown>)].map(([name, field]) => [name, lists(field)] as const);
  const isList = fields.length > 0 && fields.every(([name]) => /^\d+$/.test(name));
  if (isList) return fields.toSorted(([one], [other]) => Number(one) - Number(other)).map(([, field]) => field);
  return Object.fromEntries(fields);
}
