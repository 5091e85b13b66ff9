import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import type { Database } from './schema.ts';

/**
 * Says in which state the records are: as long as the answer is the same, nothing in them has changed, whoever writes.
 * What was worked out from them may be shown again until then.
 */
export type Revision = { now(): string | Promise<string>; close(): void };

/** Watches a SQLite file by a connection of its own, which sees what all others write. */
export function watchSqlite(file: string): Revision {
  const sqlite = new SQLite(file, { readonly: true });
  const version = sqlite.prepare('pragma data_version').pluck();
  return { now: () => String(version.get()), close: () => void sqlite.close() };
}

/** Asks PostgreSQL how far its log has been written; more is written there than by us, and then something is worked out again. */
export function watchPostgres(database: Database): Revision {
  const position = sql<{ at: string }>`select pg_current_wal_insert_lsn()::text as at`;
  return { now: async () => (await position.execute(database)).rows[0]?.at ?? '', close: () => {} };
}
