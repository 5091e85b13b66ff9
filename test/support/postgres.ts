import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../worker/free-port.ts';
import { type Account, findPostgres } from './find-postgres.ts';

/** A real PostgreSQL server on loopback; each database in it is made by `createDatabase`, which answers with its URL. */
export type PostgresServer = {
  url(name: string): string;
  createDatabase(name: string): Promise<string>;
  /** Stops and starts it on the same data and port, breaking every connection. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a server in a folder of its own, gone after `stop` or with the process that started it. */
export async function startPostgres(): Promise<PostgresServer> {
  const found = findPostgres();
  if (found.programs === null) throw new Error(`PostgreSQL cannot be started: ${found.why}.`);
  const { programs, account } = found;
  const folder = await mkdtemp(join(tmpdir(), 'oasc-postgres-'));
  await chmod(folder, 0o700);
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid ?? account.uid);
  const data = join(folder, 'data');
  const initialise = ['-D', data, '-U', 'oasc', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  // Sorted as people sort, so that a text which is not sorted by its bytes is noticed.
  const sorted = ['--locale-provider=icu', '--icu-locale=en-US'];
  const made = spawnSync(join(programs, 'initdb'), [...initialise, ...sorted], { ...account, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const url = (name: string) => `postgres://oasc@127.0.0.1:${port}/${name}`;
  const launch = () => start(join(programs, 'postgres'), data, port, account);
  let server = await launch();
  return {
    url,
    createDatabase: async (name) => {
      await query(url('postgres'), `create database "${name}"`);
      return url(name);
    },
    restart: async () => {
      await end(server);
      server = await launch();
    },
    stop: async () => {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs statements on a database, past everything of ours. */
export async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

// Beside the server `cat` waits for the pipe to close, which also happens when whoever runs the tests is killed.
const untilTheParentEnds = '(cat <&3 >/dev/null; kill -QUIT $$ 2>/dev/null) & exec "$@" 3<&-';
const unsafeButFast = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
];

async function start(program: string, data: string, port: number, account: Account): Promise<ChildProcess> {
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', ...unsafeButFast];
  const words = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn('/bin/sh', ['-c', untilTheParentEnds, 'sh', program, ...words], {
    ...account,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  server.once('exit', () => server.stdio[3]?.destroy());
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) break;
    const answers = await query(`postgres://oasc@127.0.0.1:${port}/postgres`, 'select 1').then(
      () => true,
      () => false,
    );
    if (answers) return server;
    await pause(50);
  }
  throw new Error(`PostgreSQL did not start (exit code ${server.exitCode}).`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}
