import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { startDevServer } from '../worker/dev-server.ts';
import { findTemporalCli } from '../worker/temporal-cli.ts';

// Two figures to begin with: how many events one onboarding leaves in history, and how long the demonstration takes.
// The bare workflow of the same waits, to divide by, comes with the next figures.

const project = fileURLToPath(new URL('..', import.meta.url));
const began = performance.now();
const run = spawnSync(process.execPath, [join(project, 'cli/oasc.js'), 'demo', '--json', '--keep'], {
  encoding: 'utf8',
});
const seconds = (performance.now() - began) / 1000;
if (run.status !== 0) throw new Error(`the demonstration did not end well: ${run.stderr.slice(-500)}`);

const { onboardings, announcement, dataFolder } = JSON.parse(run.stdout) as {
  onboardings: { case: string }[];
  announcement: { id: string };
  dataFolder: string;
};
const events = await eventsOf([
  ...onboardings.map((one) => `onboarding/${one.case}`),
  `announcement/${announcement.id}/1`,
]);
rmSync(dataFolder, { recursive: true, force: true });

process.stdout.write(`demonstration  ${seconds.toFixed(1)} s\n`);
for (const [workflow, count] of events) process.stdout.write(`events         ${count}  ${workflow}\n`);

/** Counts the events of each history in the server's file; those that skipping time adds are left out. */
async function eventsOf(workflowIds: string[]): Promise<Map<string, number>> {
  const server = await startDevServer({
    cli: await findTemporalCli({ say: () => {} }),
    databaseFile: join(dataFolder, 'temporal.db'),
  });
  const connection = await Connection.connect({ address: server.address });
  const client = new Client({ connection, namespace: server.namespace });
  const counts = new Map<string, number>();
  for (const id of workflowIds) {
    const { events: all } = await client.workflow.getHandle(id).fetchHistory();
    const skips = new Set([55, 60]);
    counts.set(
      id.replace(announcement.id, '…'),
      all?.filter(({ eventType }) => !skips.has(Number(eventType))).length ?? 0,
    );
  }
  await connection.close();
  await server.stop();
  return counts;
}
