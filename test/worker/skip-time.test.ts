import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { type DevServer, startDevServer } from '../../worker/dev-server.ts';
import { skipTime } from '../../worker/skip-time.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
import { leave, passed, type sleeper, time } from '../support/sleeper.ts';

const day = 24 * 60 * 60 * 1000;
const taskQueue = 'sleepers';

let server: DevServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let worker: Worker;
let running: Promise<void>;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  server = await startDevServer({ cli: await findTemporalCli({ say: () => {} }), timeSkipping: true });
  const { address } = server;
  [connection, native] = await Promise.all([Connection.connect({ address }), NativeConnection.connect({ address })]);
  client = new Client({ connection });
  const workflowsPath = fileURLToPath(new URL('../support/sleeper.ts', import.meta.url));
  worker = await Worker.create({ connection: native, taskQueue, workflowsPath });
  running = worker.run();
}, 120_000);

afterAll(async () => {
  worker?.shutdown();
  await running;
  await Promise.all([connection?.close(), native?.close()]);
  await server?.stop();
});

test('a jump of a week reaches the reminder of the seventh day, and no later one', async () => {
  const city = await start('reminded', [3, 7, 14, 21]);
  const moved: number[] = [];
  await skip(['reminded'], 7 * day, (span) => moved.push(span));
  expect(await city.query(passed)).toEqual([3, 7]);
  expect(moved).toEqual([7 * day]);
  await skip(['reminded'], 7 * day);
  expect(await city.query(passed)).toEqual([3, 7, 14]);
});

test('two cities arrive together, however many deadlines one of them had on the way', async () => {
  const [busy, calm] = [await start('busy', [1, 2, 3, 4, 5]), await start('calm', [])];
  const before = await Promise.all([busy, calm].map((city) => city.executeUpdate(time)));
  const asked = Date.now();
  await skip(['busy', 'calm'], 30 * day);
  const after = await Promise.all([busy, calm].map((city) => city.executeUpdate(time)));
  const took = Date.now() - asked;
  expect(await busy.query(passed)).toEqual([1, 2, 3, 4, 5]);
  for (const [index, reached] of after.entries()) {
    const passedBy = reached - (before[index] ?? 0) - 30 * day;
    expect(passedBy).toBeGreaterThan(0);
    expect(passedBy).toBeLessThan(took + 100);
  }
});

test('after the jump time runs as before, and an act is taken at once', async () => {
  const city = await start('acting', [10]);
  await skip(['acting'], 5 * day);
  await city.executeUpdate(time);
  expect(await city.query(passed)).toEqual([]);
  await city.executeUpdate(leave);
  await city.result();
});

test('a city that has ended, or ends on the way, holds nobody up', async () => {
  const [ended, ending] = [await start('ended', []), await start('ending', [], 2)];
  await ended.executeUpdate(leave);
  await ended.result();
  const waiting = await start('waiting', [3]);
  await skip(['ended', 'ending', 'waiting'], 4 * day);
  await ending.result();
  expect(await waiting.query(passed)).toEqual([3]);
});

test('when a city does not arrive, the door keeps its time and it is said why', async () => {
  await client.workflow.start<typeof sleeper>('sleeper', { workflowId: 'alone', taskQueue: 'nobody', args: [[]] });
  const moved: number[] = [];
  await expect(skip(['alone'], day, (span) => moved.push(span), 300)).rejects.toThrow(
    'time was not skipped for all: alone has 86400000 ms to go: its workflow task waits for a worker',
  );
  expect(moved).toEqual([]);
});

function start(workflowId: string, deadlines: number[], homeAfter?: number) {
  const args: Parameters<typeof sleeper> = homeAfter === undefined ? [deadlines] : [deadlines, homeAfter];
  return client.workflow.start<typeof sleeper>('sleeper', { workflowId, taskQueue, args });
}

function skip(
  workflowIds: string[],
  milliseconds: number,
  moved: (span: number) => void = () => {},
  patience = 30_000,
) {
  return skipTime({ connection, namespace: 'default', workflowIds, milliseconds, moveDoorClock: moved, patience });
}
