import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

export type Throwaway = { folder: string; clear(): Promise<void> };

/** A new folder for one demonstration, that is gone once it is cleared. */
export async function makeThrowaway(): Promise<Throwaway> {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-demo-'));
  return { folder, clear: () => rm(folder, { recursive: true, force: true }) };
}

/** Where the last demonstration that stays is noted. */
const noteFile = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'oasc', 'last-demo.json');

type Note = { folder: string; process: number };

/** Notes the folder that stays until the next demonstration, and removes the one before it, unless that is still running. */
export async function stayUntilNext(folder: string): Promise<void> {
  const before = await lastDemo();
  if (before && !isRunning(before.process) && /oasc-demo-[A-Za-z0-9]+$/.test(before.folder))
    await rm(before.folder, { recursive: true, force: true });
  await mkdir(join(noteFile, '..'), { recursive: true });
  await writeFile(noteFile, JSON.stringify({ folder, process: process.pid } satisfies Note));
}

/** The folder of the last demonstration that stayed; null where there was none. */
export async function lastDemo(): Promise<Note | null> {
  try {
    const note: unknown = JSON.parse(await readFile(noteFile, 'utf8'));
    const isNote = typeof note === 'object' && note !== null && 'folder' in note && 'process' in note;
    return isNote && typeof note.folder === 'string' && typeof note.process === 'number'
      ? { folder: note.folder, process: note.process }
      : null;
  } catch {
    return null;
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
