import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { projectFolder } from '../../worker/settings.ts';

const folder = join(projectFolder(), 'test', 'histories');
let code = '';

beforeAll(async () => {
  // The second test provokes what the SDK would otherwise warn of, once for each history.
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
  code = await bundleWorkflows();
});

test('every recorded case goes the same way with the code of today', async () => {
  const recorded = await histories();
  expect(recorded.length).toBeGreaterThan(4);
  expect(await replayed(code, recorded)).toEqual(recorded.map(({ workflowId }) => ({ workflowId, error: null })));
});

test('a change of the story that would lead a running case astray is noticed, in every recorded case', async () => {
  const changed = code.replaceAll('planTurn', 'planTurnDifferently');
  const recorded = await histories();
  const errors = (await replayed(changed, recorded)).map(({ error }) => error);
  expect(errors).toEqual(recorded.map(() => 'DeterminismViolationError'));
});

type Recorded = { workflowId: string; history: ReturnType<typeof historyFromJSON> };

async function histories(): Promise<Recorded[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const recorded = await Promise.all(
    names.map(async (name) => {
      const history = historyFromJSON(JSON.parse(await readFile(join(folder, name), 'utf8')));
      const type = history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '';
      return { workflowId: `${type}/${name.replace('.json', '')}`, history };
    }),
  );
  return recorded.toSorted((one, other) => one.workflowId.localeCompare(other.workflowId));
}

async function replayed(bundle: string, recorded: Recorded[]): Promise<{ workflowId: string; error: string | null }[]> {
  const results: { workflowId: string; error: string | null }[] = [];
  const replays = Worker.runReplayHistories({ workflowBundle: { code: bundle } }, recorded);
  for await (const { workflowId, error } of replays) results.push({ workflowId, error: error ? error.name : null });
  return results.toSorted((one, other) => one.workflowId.localeCompare(other.workflowId));
}
