import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running `start` notes of itself in the data folder's `running.json`, for commands and for the next start. */
export type Running = {
  pid: number;
  /** Where people reach site and portal, and programs the staff API under `/api`. */
  address: string;
  /** The same from this machine itself, whatever stands in front of it. */
  local: string;
  startedAt: string;
  /** Where each part's health is asked; `all` is `start`'s own, and says which folder it serves. */
  health: { all: string; server: string; worker: string; web: string };
  temporal: { address: string; namespace: string };
  /** The ids of the processes that were started; null for what was not started here, or is just being started again. */
  processes: { server: number | null; worker: number | null; web: number | null; mail: number | null };
};

const fileIn = (dataFolder: string) => join(dataFolder, 'running.json');

/** Written aside and moved into place, so that nobody reads half of it. */
export async function noteRunning(dataFolder: string, running: Running): Promise<void> {
  const file = fileIn(dataFolder);
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  await rename(aside, file);
}

export async function forgetRunning(dataFolder: string): Promise<void> {
  await rm(fileIn(dataFolder), { force: true });
}

/** What the last `start` in this folder noted, whether or not it still runs; null where there is nothing to read. */
export async function readRunning(dataFolder: string): Promise<Running | null> {
  try {
    return JSON.parse(await readFile(fileIn(dataFolder), 'utf8')) as Running;
  } catch {
    return null;
  }
}

/** Whether what was noted still runs: its process is there, and its health answers for that process and this folder. */
export async function isAlive(running: Running, dataFolder: string): Promise<boolean> {
  if (!isProcess(running.pid)) return false;
  try {
    const response = await fetch(running.health.all, { signal: AbortSignal.timeout(3000) });
    const health = (await response.json()) as { pid?: unknown; data?: unknown };
    return health.pid === running.pid && health.data === dataFolder;
  } catch {
    return false;
  }
}

/** Whether there is a process with this id, whoever's it may be. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
