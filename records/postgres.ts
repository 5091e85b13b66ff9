import { CompiledQuery, type DatabaseConnection, type Driver, PostgresDialect } from 'kysely';
import pg from 'pg';
import { cannotOpen } from './postgres/cannot-open.ts';
import { valueReaders, writtenValue } from './postgres/values.ts';

/** Whether an address of records is one of PostgreSQL. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:/i.test(address);
}

/**
 * Records in a PostgreSQL database, made to answer as SQLite does. Throws a sentence that names `DATABASE_URL`, and what
 * to do, where it cannot be used; user and password are never repeated.
 */
export async function openPostgres(url: string): Promise<PostgresDialect> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'oasc',
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: valueReaders,
  });
  // A connection that breaks while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    const { rows } = await pool.query<{ server_encoding: string }>('show server_encoding');
    if (rows[0]?.server_encoding !== 'UTF8') throw new Error(`its encoding is ${rows[0]?.server_encoding}, not UTF8`);
  } catch (error) {
    await pool.end();
    throw cannotOpen(url, error);
  }
  return oneWriterAtATime(new PostgresDialect({ pool, onCreateConnection: prepare }));
}

/** Nobody waits for ever, and a process that hangs in the middle of a write does not hold up the others. */
const patience = [
  "set lock_timeout = '10s'",
  "set statement_timeout = '60s'",
  "set idle_in_transaction_session_timeout = '30s'",
].join('; ');

async function prepare(connection: DatabaseConnection): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(patience));
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = (query, options) =>
    execute({ ...query, parameters: query.parameters.map(writtenValue) }, options);
}

/** Any number that nothing else in the same database locks by. */
const writersLock = 4_705_121_315;

/**
 * Write transactions follow one another, as SQLite's do: what one has read still holds when it writes, and the audit's
 * entries are chained in one row. The lock goes with the transaction, however that ends.
 */
function oneWriterAtATime(dialect: PostgresDialect): PostgresDialect {
  const createDriver = dialect.createDriver.bind(dialect);
  dialect.createDriver = (): Driver => {
    const driver = createDriver();
    driver.beginTransaction = async (connection) => {
      try {
        await connection.executeQuery(CompiledQuery.raw(`begin; select pg_advisory_xact_lock(${writersLock})`));
      } catch (error) {
        await driver.rollbackTransaction(connection).catch(() => {});
        throw error;
      }
    };
    return driver;
  };
  return dialect;
}
