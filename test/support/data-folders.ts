import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { openRecords, type Records } from '../../records/records.ts';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
});

/** An empty data folder of its own, which is gone after the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-test-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The records of a data folder, closed after the test; several may be open on one folder, as several processes have them. */
export async function recordsIn(folder: string): Promise<Records> {
  const records = await openRecords(folder);
  undo.push(() => records.close());
  return records;
}

/** Changes the records' file behind their back, as somebody who has it could. */
export function behindTheBack(folder: string, ...statements: string[]): void {
  const sqlite = new SQLite(join(folder, 'records.db'));
  try {
    for (const statement of statements) sqlite.exec(statement);
  } finally {
    sqlite.close();
  }
}
