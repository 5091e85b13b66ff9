import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { type Inbox, openInbox } from '../../cli/demo/inbox.ts';
import { type Plugs, type System, startSystem } from '../../cli/demo/system.ts';
import type { Network } from '../../domain/network.ts';
import { projectFolder } from '../../worker/settings.ts';

export type TestSystem = System & { inbox: Inbox };

/** Starts the whole real system (server, worker, web, mail) as the demonstration does, in a folder of its own, or in a given one that stays. */
export async function startTestSystem(
  before?: string,
  changes: Partial<Network> = {},
  plugs: Plugs = {},
): Promise<TestSystem> {
  const folder = before ?? (await mkdtemp(join(tmpdir(), 'oasc-test-')));
  const system = await startSystem(folder, { step: () => {}, say: () => {} }, changes, plugs);
  return {
    ...system,
    inbox: openInbox(() => system.catcher.mails()),
    stop: async () => {
      await system.stop();
      if (before === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Keeps the histories of these workflows for the replay test, when `npm run histories` asks for it. */
export async function recordHistories(
  system: System,
  name: string,
  workflowIds: Record<string, string>,
): Promise<void> {
  if (process.env['OASC_RECORD_HISTORIES'] !== '1') return;
  const folder = join(projectFolder(), 'test', 'histories');
  await mkdir(folder, { recursive: true });
  for (const [part, workflowId] of Object.entries(workflowIds)) {
    const history = await system.door.temporal.workflow.getHandle(workflowId).fetchHistory();
    await writeFile(join(folder, `${name}-${part}.json`), `${historyToJSON(history)}\n`);
  }
}

/** Everything that Temporal keeps of every workflow, as text in which a word can be searched: payloads are base64 in JSON. */
export async function everyHistory(system: System): Promise<string> {
  const texts: string[] = [];
  for await (const { workflowId } of system.door.temporal.workflow.list()) {
    const history = await system.door.temporal.workflow.getHandle(workflowId).fetchHistory();
    texts.push(
      historyToJSON(history).replace(/"data":\s*"([A-Za-z0-9+/=]+)"/g, (_, data: string) =>
        Buffer.from(data, 'base64').toString('utf8'),
      ),
    );
  }
  return texts.join('\n');
}
