import SQLite from 'better-sqlite3';
import { CompiledQuery, type Driver, Kysely, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as begin } from './migrations/001-begin.ts';
import { up as casework } from './migrations/002-casework.ts';
import type { Database, Tables } from './schema.ts';

const migrations: Record<string, Migration> = {
  '001-begin': { up: begin },
  '002-casework': { up: casework },
};

/** Opens the records in a SQLite file, several processes at once if need be, and brings their tables up to date. */
export async function openDatabase(file: string): Promise<Database> {
  const sqlite = new SQLite(file);
  for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'busy_timeout = 10000'])
    sqlite.pragma(setting);
  const database = new Kysely<Tables>({ dialect: immediately(new SqliteDialect({ database: sqlite })) });
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  if (error) throw new Error('The records could not be brought up to date; nothing was changed.', { cause: error });
  return database;
}

/** A write takes its lock when it begins: two processes that read first and write later could only fail each other. */
function immediately(dialect: SqliteDialect): SqliteDialect {
  const createDriver = dialect.createDriver.bind(dialect);
  dialect.createDriver = (): Driver => {
    const driver = createDriver();
    driver.beginTransaction = async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    };
    return driver;
  };
  return dialect;
}
