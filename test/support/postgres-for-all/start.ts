import { openDatabase } from '../../../records/database.ts';
import { type PostgresServer, startPostgres } from '../postgres.ts';

declare global {
  /** The server that every test of the records on PostgreSQL shares. */
  var postgresForAll: PostgresServer | undefined;
}

/** The empty records that each test's database is copied from, since making the tables takes longer. */
const emptyRecords = 'empty_records';

/** Starts one PostgreSQL server for all tests of the records, and says where it is. */
async function start(): Promise<void> {
  const server = await startPostgres();
  globalThis.postgresForAll = server;
  const database = await openDatabase(await server.createDatabase(emptyRecords));
  await database.destroy();
  process.env['TEST_POSTGRES_URL'] = server.url('');
}

// oxlint-disable-next-line import/no-default-export -- jest asks for it
export default start;
