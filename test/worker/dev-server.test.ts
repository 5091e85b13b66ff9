import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { startDevServer } from '../../worker/dev-server.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';

let folder: string;
let cli: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dev-server-'));
  cli = await findTemporalCli({ say: () => {} });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('two servers start side by side, answer with their search attributes, and stop', async () => {
  const searchAttributes = { OascStage: 'Keyword', OascDue: 'Datetime' } as const;
  const servers = await Promise.all([
    startDevServer({ cli, searchAttributes, log: join(folder, 'first.log') }),
    startDevServer({ cli, searchAttributes, timeSkipping: true }),
  ]);
  for (const { address, namespace } of servers) {
    const connection = await Connection.connect({ address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(Object.keys(searchAttributes)));
    await connection.close();
  }
  await Promise.all(servers.map(({ stop }) => stop()));
  for (const { pid } of servers) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(await readFile(join(folder, 'first.log'), 'utf8')).toContain('Temporal Server:');
});

test('what was begun is still there when the server is started again on its file', async () => {
  const options = {
    cli,
    databaseFile: join(folder, 'temporal.db'),
    searchAttributes: { OascStage: 'Keyword' },
  } as const;
  const first = await startDevServer(options);
  const begun = await Connection.connect({ address: first.address });
  await begun.workflowService.startWorkflowExecution({
    namespace: first.namespace,
    workflowId: 'onboarding/tr-izmir.1',
    requestId: 'once',
    workflowType: { name: 'onboarding' },
    taskQueue: { name: 'nobody' },
  });
  await begun.close();
  await first.stop();
  await first.stop();
  const second = await startDevServer(options);
  const connection = await Connection.connect({ address: second.address });
  const { workflowExecutionInfo } = await connection.workflowService.describeWorkflowExecution({
    namespace: second.namespace,
    execution: { workflowId: 'onboarding/tr-izmir.1' },
  });
  expect(workflowExecutionInfo?.type?.name).toBe('onboarding');
  await connection.close();
  await second.stop();
});

test('what is not a Temporal server ends the start with a sentence and its last words', async () => {
  await expect(startDevServer({ cli: '/bin/echo' })).rejects.toThrow(
    /^Temporal's server did not start: it ended with exit code 0\nserver start-dev /,
  );
  await expect(startDevServer({ cli: join(folder, 'nothing') })).rejects.toThrow(/exit code 127\n.*not found/);
});
