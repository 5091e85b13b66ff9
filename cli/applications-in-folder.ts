import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Application } from '../domain/application.ts';
import { ApplicationState } from '../domain/imported-application.ts';
import type { Problem } from '../domain/problems.ts';
import type { ImportRow } from './import-row.ts';
import { readBeside, readJson } from './input-files.ts';
import { Troubled } from './trouble.ts';

/** Reads `<name>/application.json`, and the `state.json` beside it where there is one; the folder's name is the row's key. */
export async function applicationsInFolder(folder: string): Promise<ImportRow[]> {
  const problems: Problem[] = [];
  const place = existsSync(join(folder, 'cities')) ? 'cities' : '.';
  const names = await foldersIn(join(folder, place));
  if (names.length === 0) problems.push({ file: folder, path: '', message: 'holds no folder with an application' });
  const rows: ImportRow[] = [];
  for (const key of names) rows.push(await rowIn(folder, join(place, key), key, problems));
  if (problems.length === 0) return rows;
  throw new Troubled('invalid', 'These applications cannot be imported. Nothing was sent.', { problems });
}

async function rowIn(folder: string, place: string, key: string, problems: Problem[]): Promise<ImportRow> {
  const where = { application: join(place, 'application.json'), state: join(place, 'state.json') };
  const { value: application } = await readJson(folder, where.application, Application, problems);
  if (!existsSync(join(folder, where.state))) return { key, application, where };
  const { value: state } = await readJson(folder, where.state, ApplicationState, problems);
  if (!state) return { key, application, where };
  if (state.stage !== 'statement') return { key, application, state, where };
  const named = { file: where.state, path: 'letter.file' };
  const letter = await readBeside(join(folder, place), named, state.letter.file, async () => null, problems);
  return { key, application, state, where, ...(letter ? { letter: new Uint8Array(letter) } : {}) };
}

async function foldersIn(place: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of (await readdir(place)).toSorted())
    if (!name.startsWith('.') && (await stat(join(place, name)).catch(() => null))?.isDirectory()) names.push(name);
  return names;
}
