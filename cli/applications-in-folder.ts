import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Application } from '../domain/application.ts';
import { ApplicationState } from '../domain/imported-application.ts';
import { LetterAnswer } from '../domain/letter-answer.ts';
import type { Problem } from '../domain/problems.ts';
import type { ImportRow } from './import-row.ts';
import { readBeside, readJson } from './input-files.ts';
import type { FileRead } from './signed-letters.ts';
import { Troubled } from './trouble.ts';

/** Reads `<name>/application.json`, and the `state.json` and `letter.json` beside it where there are any; the folder's name is the row's key. */
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
  const at = (name: string) => join(place, name);
  const where = { application: at('application.json'), state: at('state.json'), letter: at('letter.json') };
  const { value: application } = await readJson(folder, where.application, Application, problems);
  const given = existsSync(join(folder, where.state))
    ? (await readJson(folder, where.state, ApplicationState, problems)).value
    : null;
  const hasLetter = existsSync(join(folder, where.letter));
  // Whoever sends a signed letter has been accepted: its case goes on at the letter.
  const implied: ApplicationState | null =
    hasLetter && !existsSync(join(folder, where.state)) ? { stage: 'letter' } : null;
  const state = given ?? implied;
  const row: ImportRow = { key, application, where, ...(state ? { state } : {}) };
  const beside = async (file: string, path: string, name: string): Promise<FileRead | null> => {
    const bytes = await readBeside(join(folder, place), { file, path }, name, async () => null, problems);
    return bytes ? { name, bytes: new Uint8Array(bytes) } : null;
  };
  if (state?.stage === 'statement') {
    const letter = await beside(where.state, 'letter.file', state.letter.file);
    return { ...row, ...(letter ? { letter: letter.bytes } : {}) };
  }
  if (!hasLetter) return row;
  const { value: answer } = await readJson(folder, where.letter, LetterAnswer, problems);
  if (state?.stage !== 'letter') {
    const message = 'comes with an application that goes on in review: a letter is signed only after that';
    problems.push({ file: where.letter, path: '', message });
    return row;
  }
  if (!answer) return row;
  const scan = answer.scan === undefined ? null : await beside(where.letter, 'scan', answer.scan);
  const { mandatePaper: paper } = state;
  const mandatePaper = paper === undefined ? null : await beside(where.state, 'mandatePaper', paper);
  return { ...row, signed: { answer, scan, mandatePaper } };
}

async function foldersIn(place: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of (await readdir(place)).toSorted())
    if (!name.startsWith('.') && (await stat(join(place, name)).catch(() => null))?.isDirectory()) names.push(name);
  return names;
}
