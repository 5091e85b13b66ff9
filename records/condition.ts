import { existsSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { type AuditReport, verifyAudit } from './audit.ts';
import { knownMigrations } from './database.ts';
import { isPostgres, openPostgres } from './postgres.ts';
import type { Database, Tables } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

/** How the records are, seen without changing anything. */
export type Condition = {
  engine: string;
  intact: boolean;
  /** Whose tables they are: this version's, an earlier or a later one's, or nobody's yet. */
  tables: 'none' | 'older' | 'current' | 'newer';
  /** Null where the tables are not this version's. */
  audit: AuditReport | null;
  /** When the audit's last entry was made. */
  lastAt: string | null;
};

/** Looks at the records at an address without bringing their tables up to date; null where there is no such file. */
export async function conditionOf(address: string): Promise<Condition | null> {
  if (!isPostgres(address) && !existsSync(address)) return null;
  const database = new Kysely<Tables>({
    dialect: isPostgres(address) ? await openPostgres(address) : sqliteDialect(address),
  });
  try {
    const tables = await tablesOf(database);
    const isReadable = tables === 'current';
    return {
      ...(isPostgres(address) ? await postgres(database) : await sqlite(database)),
      tables,
      audit: isReadable ? await verifyAudit(database) : null,
      lastAt: isReadable ? await lastAt(database) : null,
    };
  } finally {
    await database.destroy();
  }
}

async function sqlite(database: Database): Promise<Pick<Condition, 'engine' | 'intact'>> {
  const version = await sql<{ version: string }>`select sqlite_version() as version`.execute(database);
  const check = await sql<{ quick_check: string }>`pragma quick_check`.execute(database);
  return { engine: `SQLite ${version.rows[0]?.version}`, intact: check.rows[0]?.quick_check === 'ok' };
}

async function postgres(database: Database): Promise<Pick<Condition, 'engine' | 'intact'>> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(database);
  return { engine: `PostgreSQL ${rows[0]?.server_version}`, intact: true };
}

async function tablesOf(database: Database): Promise<Condition['tables']> {
  const rows = await sql<{ name: string }>`select name from kysely_migration`.execute(database).then(
    (result) => result.rows,
    () => [],
  );
  const done = rows.map(({ name }) => name);
  if (done.length === 0) return 'none';
  if (done.some((name) => !knownMigrations.includes(name))) return 'newer';
  return done.length === knownMigrations.length ? 'current' : 'older';
}

async function lastAt(database: Database): Promise<string | null> {
  const last = await database.selectFrom('audit').select('at').orderBy('number', 'desc').limit(1).executeTakeFirst();
  return last?.at ?? null;
}
