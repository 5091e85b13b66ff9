import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { openDatabase } from '../../../records/database.ts';
import { addStaff, listStaff } from '../../../records/staff.ts';
import { dataFolder, recordsIn, storesOf } from '../../support/data-folders.ts';
import { query } from '../../support/postgres.ts';

const server = process.env['TEST_POSTGRES_URL'] ?? '';
const ada = {
  id: 'ada',
  name: 'Ada',
  roles: [],
  tokenSha256: 'hash',
  addedBy: 'system',
  at: '2027-03-02T09:00:00.000Z',
};

async function emptyDatabase(more = ''): Promise<string> {
  const name = randomUUID();
  await query(`${server}postgres`, `create database "${name}" template template0 ${more}`);
  return name;
}

test('Of several processes that open an empty database at once, each finds all tables', async () => {
  const url = `${server}${await emptyDatabase()}`;
  const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(url)));
  expect(await Promise.all(opened.map((database) => listStaff(database)))).toEqual([[], [], [], []]);
  for (const database of opened) await database.destroy();
});

test('When the server has broken every connection, the records are simply asked again', async () => {
  const folder = await dataFolder();
  const records = await recordsIn(folder);
  await addStaff(records.database, ada);
  const { database = '' } = await storesOf(folder);
  const ours = 'datname = current_database() and pid <> pg_backend_pid()';
  await query(database, `select pg_terminate_backend(pid) from pg_stat_activity where ${ours}`);
  expect((await listStaff(records.database)).map(({ name }) => name)).toEqual(['Ada']);
});

test('A process that is killed in the middle of a write leaves nothing behind, and holds nobody up', async () => {
  const folder = await dataFolder();
  const records = await recordsIn(folder);
  const program = fileURLToPath(new URL('../../support/half-a-write.ts', import.meta.url));
  const { database = '' } = await storesOf(folder);
  const writer = spawn(process.execPath, [program, database], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(writer.stdout, 'data');
  const waiting = addStaff(records.database, ada);
  writer.kill('SIGKILL');
  await waiting;
  expect((await listStaff(records.database)).map(({ name }) => name)).toEqual(['Ada']);
});

test.each([
  [
    'a database that is not there',
    () => `${server}no-such-city`,
    /^DATABASE_URL: the records at 127\.0\.0\.1:\d+\/no-such-city cannot be opened: the server has no database of that name; create it \(createdb no-such-city\), or correct the name\.$/,
  ],
  [
    'a server that is not there, without repeating the password',
    () => 'postgresql://ada:secret@127.0.0.1:1/cities',
    /^DATABASE_URL: the records at 127\.0\.0\.1:1\/cities cannot be opened: nothing answers there \(ECONNREFUSED\); start the server, or correct host and port\.$/,
  ],
  [
    'a database that cannot hold every letter',
    async () => `${server}${await emptyDatabase("encoding 'LATIN1' locale 'C' locale_provider 'libc'")}`,
    /^DATABASE_URL: the records at 127\.0\.0\.1:\d+\/[-0-9a-f]+ cannot be opened: its encoding is LATIN1, not UTF8\.$/,
  ],
])('Refused, with what to do: %s', async (_, address, sentence) => {
  await expect(openDatabase(await address())).rejects.toThrow(sentence);
});
