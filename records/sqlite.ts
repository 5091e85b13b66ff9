import SQLite from 'better-sqlite3';
import { CompiledQuery, type Driver, SqliteDialect } from 'kysely';

/** Records in a SQLite file, which several processes may have open. */
export function sqliteDialect(file: string): SqliteDialect {
  const sqlite = new SQLite(file);
  for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'busy_timeout = 10000'])
    sqlite.pragma(setting);
  return immediately(sqlite, new SqliteDialect({ database: sqlite }));
}

/**
 * A write takes its lock when it begins: two processes that read first and write later could only fail each other. When
 * the disk is full SQLite itself takes a transaction back; to take it back again would fail, and hide what was wrong.
 */
function immediately(sqlite: SQLite.Database, dialect: SqliteDialect): SqliteDialect {
  const createDriver = dialect.createDriver.bind(dialect);
  dialect.createDriver = (): Driver => {
    const driver = createDriver();
    driver.beginTransaction = async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    };
    const rollBack = driver.rollbackTransaction.bind(driver);
    driver.rollbackTransaction = async (connection) => {
      if (sqlite.inTransaction) await rollBack(connection);
    };
    return driver;
  };
  return dialect;
}
