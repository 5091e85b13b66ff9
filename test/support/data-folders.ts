import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { openRecords, type Records, type Stores } from '../../records/records.ts';
import { query } from './postgres.ts';

declare global {
  /** Said by jest's configuration: whether these tests run on PostgreSQL. */
  var onPostgres: boolean | undefined;
}

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
});

/** An empty data folder of its own, which is gone after the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-test-'));
  undo.push(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return folder;
}

const inUse = new Map<string, string>();
const idle: string[] = [];
const withoutRows = `do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
  loop execute format('delete from %I', name); end loop; end $$`;

/** Where the records of a data folder are: in it, or in a PostgreSQL database for it, which is emptied for the next test. */
export async function storesOf(folder: string): Promise<Stores> {
  if (!globalThis.onPostgres) return {};
  const database = inUse.get(folder) ?? idle.pop() ?? (await newDatabase());
  if (!inUse.has(folder))
    undo.push(async () => {
      inUse.delete(folder);
      await query(database, withoutRows);
      idle.push(database);
    });
  inUse.set(folder, database);
  return { database };
}

async function newDatabase(): Promise<string> {
  const server = process.env['TEST_POSTGRES_URL'] ?? '';
  const name = randomUUID();
  await query(`${server}postgres`, `create database "${name}" template empty_records`);
  return `${server}${name}`;
}

/** The records of a data folder, closed after the test; several may be open on one folder, as several processes have them. */
export async function recordsIn(folder: string): Promise<Records> {
  const records = await openRecords(folder, await storesOf(folder));
  undo.push(() => records.close());
  return records;
}

/** Changes the records behind their back, as somebody who has the file or the server could. */
export async function behindTheBack(folder: string, ...statements: string[]): Promise<void> {
  const { database } = await storesOf(folder);
  if (database !== undefined) return await query(database, ...statements);
  const sqlite = new SQLite(join(folder, 'records.db'));
  try {
    for (const statement of statements) sqlite.exec(statement);
  } finally {
    sqlite.close();
  }
}
