import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { activityInfo } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { within } from '../../../cli/demo/inbox.ts';
import { type DevServer, startDevServer } from '../../../worker/dev-server.ts';
import { findTemporalCli } from '../../../worker/temporal-cli.ts';
import { sign } from './first.ts';

let server: DevServer;
let client: Client;
let native: NativeConnection;
const mails: Record<string, string[]> = {};
const silent = () => {};
const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };

beforeAll(async () => {
  // One replay is meant to fail, and the SDK would say so at length.
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
  server = await startDevServer({ cli: await findTemporalCli({ say: silent }) });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection: await Connection.connect({ address: server.address }) });
});
afterAll(async () => {
  await client.connection.close();
  await native.close();
  await server.stop();
});

test('a change with a patch lets a case under way go on as it began, and takes a new one the new way', async () => {
  const [first, careful] = [await code('first'), await code('careful')];
  await during(first, async () => {
    await client.workflow.start('signing', { workflowId: 'under-way', taskQueue: 'changing' });
    await waitsForSignature('under-way');
  });
  expect(await replayed(careful, 'under-way')).toBe('as before');

  await during(careful, async () => {
    await client.workflow.start('signing', { workflowId: 'new', taskQueue: 'changing' });
    for (const id of ['under-way', 'new']) {
      await client.workflow.getHandle(id).executeUpdate(sign, { args: [] });
      await client.workflow.getHandle(id).result();
    }
  });
  expect(mails).toEqual({ 'under-way': ['letter', 'thanks'], new: ['letter', 'copy', 'thanks'] });
});

test('the same change without a patch is found out before anything is started', async () => {
  const [first, careless] = [await code('first'), await code('careless')];
  await during(first, async () => {
    await client.workflow.start('signing', { workflowId: 'waiting', taskQueue: 'changing' });
    await waitsForSignature('waiting');
    await client.workflow.getHandle('waiting').executeUpdate(sign, { args: [] });
    await client.workflow.getHandle('waiting').result();
  });
  expect(await replayed(careless, 'waiting')).toBe('DeterminismViolationError');
});

async function code(version: 'first' | 'careful' | 'careless'): Promise<string> {
  const workflowsPath = fileURLToPath(new URL(`./${version}.ts`, import.meta.url));
  return (await bundleWorkflowCode({ workflowsPath, logger })).code;
}

/** Runs a worker with this code while something is done. */
async function during(bundle: string, act: () => Promise<void>): Promise<void> {
  const worker = await Worker.create({
    connection: native,
    taskQueue: 'changing',
    workflowBundle: { code: bundle },
    activities: {
      mail: async (kind: string) => {
        const id = activityInfo().workflowExecution?.workflowId ?? '';
        mails[id] = [...(mails[id] ?? []), kind];
      },
    },
  });
  await worker.runUntil(act());
}

/** Until the story has seen that the letter went out: before that, a case has not come to the changed place. */
async function waitsForSignature(workflowId: string): Promise<void> {
  await within('a story that waits', async () => {
    const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
    const tasks = events?.filter(({ workflowTaskCompletedEventAttributes: task }) => task) ?? [];
    return tasks.length === 2 ? true : null;
  });
}

async function replayed(bundle: string, workflowId: string): Promise<string> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  const replays = Worker.runReplayHistories({ workflowBundle: { code: bundle } }, [{ workflowId, history }]);
  for await (const { error } of replays) return error?.name ?? 'as before';
  return 'nothing to replay';
}
