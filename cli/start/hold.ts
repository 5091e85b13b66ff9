import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';

/** Lets go of a data folder. */
export type Hold = { letGo(): void };

/**
 * Takes a data folder for one `start` alone; null where another has it. The lock is the operating system's, on a SQLite
 * file beside the records, so it ends with the process that holds it, however that ends.
 */
export async function holdFolder(dataFolder: string): Promise<Hold | null> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const lock = new SQLite(join(dataFolder, 'start.lock'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
    return { letGo: () => lock.close() };
  } catch (error) {
    lock.close();
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
