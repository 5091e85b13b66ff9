import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as begin } from './migrations/001-begin.ts';
import { up as casework } from './migrations/002-casework.ts';
import { up as members } from './migrations/003-members.ts';
import { up as linksOpened } from './migrations/004-links-opened.ts';
import { up as auditContents } from './migrations/005-audit-contents.ts';
import { textsByTheirBytes } from './postgres/texts.ts';
import { isPostgres, openPostgres } from './postgres.ts';
import type { Database, Tables } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

const migrations: Record<string, Migration> = {
  '001-begin': { up: begin },
  '002-casework': { up: casework },
  '003-members': { up: members },
  '004-links-opened': { up: linksOpened },
  '005-audit-contents': { up: auditContents },
};

/** The names of all migrations, in their order. */
export const knownMigrations: readonly string[] = Object.keys(migrations).toSorted();

/** The migration that brings tables up to date. */
export const lastMigration = knownMigrations.at(-1) ?? '';

/**
 * Opens the records at an address, several processes at once if need be, and brings their tables up to date:
 * `postgres://…` is a PostgreSQL database, anything else a SQLite file. Everything above speaks to both alike.
 * `upTo` names an earlier migration to stop at, for rows that fit the tables of then.
 */
export async function openDatabase(address: string, { upTo }: { upTo?: string } = {}): Promise<Database> {
  const database = new Kysely<Tables>({
    dialect: isPostgres(address) ? await openPostgres(address) : sqliteDialect(address),
  });
  const migrator = new Migrator({
    db: isPostgres(address) ? database.withPlugin(textsByTheirBytes) : database,
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (!error) return database;
  await database.destroy();
  throw new Error('The records could not be brought up to date; nothing was changed.', { cause: error });
}
