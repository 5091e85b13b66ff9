import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { freePort } from './free-port.ts';

export type DevServerOptions = {
  /** The `temporal` executable. */
  cli: string;
  /** Where the server keeps its state; in memory when absent. */
  databaseFile?: string;
  /** The file that the server's output is added to; a temporary one when absent. */
  log?: string;
  /** Lets workflows skip time, for tests and the demonstration. */
  timeSkipping?: boolean;
  searchAttributes?: Readonly<Record<string, 'Keyword' | 'KeywordList' | 'Datetime'>>;
  /** The port that it listens on; a free one when absent. */
  port?: number;
};

export type DevServer = {
  address: string;
  namespace: 'default';
  pid: number;
  /** Answers when the server has ended, with its exit code or the signal. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts Temporal's development server on this machine, and answers when it does. It ends with `stop`,
 * or with the process that started it, however that ends. Throws one sentence with the log's last lines when it fails.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  for (let tries = 1; ; tries += 1) {
    const server = await begin(options);
    if (server.opened === true) return server.running;
    // Its parts choose free ports for themselves, and another program can be quicker: it dies at once then, and tries again.
    if (!server.died || tries === 3) throw new Error(`Temporal's server did not start: ${server.why}`);
  }
}

type Begun = { opened: true; running: DevServer } | { opened: false; died: boolean; why: string };

async function begin(options: DevServerOptions): Promise<Begun> {
  const scratch = await mkdtemp(join(tmpdir(), 'oasc-temporal-'));
  const { log = join(scratch, 'server.log') } = options;
  const address = `127.0.0.1:${options.port ?? (await freePort())}`;
  const server = launch(options.cli, serverArguments(options, address), log);
  const ended = once(server, 'exit').then(([code, signal]) => String(signal ?? `exit code ${code}`));
  const stop = async () => {
    await end(server);
    await rm(scratch, { recursive: true, force: true });
  };
  try {
    await answer(server, address, Object.keys(options.searchAttributes ?? {}));
    return { opened: true, running: { address, namespace: 'default', pid: server.pid ?? 0, ended, stop } };
  } catch (error) {
    const died = server.exitCode !== null;
    const why = `${error instanceof Error ? error.message : String(error)}${await lastLines(log)}`;
    await stop();
    return { opened: false, died, why };
  }
}

function serverArguments(options: DevServerOptions, address: string): string[] {
  const [ip = '', port = ''] = address.split(':');
  const { databaseFile, searchAttributes = {} } = options;
  const start = ['server', 'start-dev', '--headless', '--ip', ip, '--port', port, '--log-level', 'error'];
  const pragmas = ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'];
  // Timers fire up to a second late by default, which every skipped timer would cost in real time.
  const skipping = ['frontend.WorkflowTimeSkippingEnabled=true', 'history.timerProcessorMaxTimeShift="10ms"'];
  return [
    ...start,
    ...(databaseFile === undefined ? [] : ['--db-filename', databaseFile, ...pragmas]),
    ...(options.timeSkipping ? skipping.flatMap((value) => ['--dynamic-config-value', value]) : []),
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}

// The shell becomes the server. Beside it `cat` waits for the pipe to close, which also happens when the parent is
// killed: two servers on one database file would destroy it. Its own process group keeps Ctrl-C for the parent.
const untilTheParentEnds = '(cat <&3 >/dev/null; kill -TERM $$ 2>/dev/null) & exec "$@" 3<&-';

function launch(cli: string, args: readonly string[], log: string): ChildProcess {
  const output = openSync(log, 'a');
  const server = spawn('/bin/sh', ['-c', untilTheParentEnds, 'sh', cli, ...args], {
    stdio: ['ignore', output, output, 'pipe'],
    detached: true,
  });
  closeSync(output);
  server.once('exit', () => server.stdio[3]?.destroy());
  return server;
}

async function answer(server: ChildProcess, address: string, searchAttributes: readonly string[]): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`it ended with exit code ${server.exitCode}`);
    if (server.signalCode !== null) throw new Error(`it was ended by ${server.signalCode}`);
    if (await answers(address, searchAttributes)) return;
    if (Date.now() > until) throw new Error('it gave no answer for 30 seconds');
    await pause(50);
  }
}

async function answers(address: string, searchAttributes: readonly string[]): Promise<boolean> {
  const namespace = 'default';
  const connection = await Connection.connect({ address, connectTimeout: 1000 }).catch(() => undefined);
  if (connection === undefined) return false;
  try {
    await connection.workflowService.describeNamespace({ namespace });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    return searchAttributes.every((name) => name in customAttributes);
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  const impatience = setTimeout(() => server.kill('SIGKILL'), 10_000);
  server.kill('SIGTERM');
  await ended;
  clearTimeout(impatience);
}

async function lastLines(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-5);
  return lines.join('') === '' ? '' : `\n${lines.join('\n')}`;
}
