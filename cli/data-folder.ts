import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The data folder that is meant: the one named, `OASC_DATA`, or the project's own `data`; taken from where the caller stands. */
export function dataFolderMeant(named?: string): string {
  return resolve(whereCallerStands(), named ?? process.env['OASC_DATA'] ?? join(project(), 'data'));
}

/** The folder that the caller of a command stands in, also where npm has gone elsewhere. */
export function whereCallerStands(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

/** The address at which the service of a data folder is found from this machine; null where it does not run. */
export async function addressIn(folder: string): Promise<string | null> {
  const note = await noted(join(folder, 'running.json'));
  return textIn(note, 'local') ?? textIn(note, 'address');
}

/** The id of the process that serves a data folder, by its own note; null where there is none. */
export async function processIn(folder: string): Promise<number | null> {
  const pid = (await noted(join(folder, 'running.json')))['pid'];
  return typeof pid === 'number' ? pid : null;
}

/** The token that lies in a data folder: one put there (`token`), or its first administrator's; null where there is none. */
export async function tokenIn(folder: string): Promise<string | null> {
  const own = await readFile(join(folder, 'token'), 'utf8').catch(() => '');
  if (own.trim() !== '') return own.trim();
  return textIn(await noted(join(folder, 'first-administrator.json')), 'token');
}

async function noted(file: string): Promise<Record<string, unknown>> {
  const written = await readFile(file, 'utf8').catch(() => '{}');
  try {
    const note: unknown = JSON.parse(written);
    return typeof note === 'object' && note !== null ? (note as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function textIn(note: Record<string, unknown>, field: string): string | null {
  const value = note[field];
  return typeof value === 'string' ? value : null;
}

function project(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
