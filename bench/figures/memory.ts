import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { apply } from '../../service/apply.ts';
import { taken } from '../../test/support/acting.ts';
import { townLike } from '../../test/support/towns.ts';
import { bareQueue } from '../bare/worker.ts';
import { manyTimes } from '../carry.ts';
import type { Part } from '../figure.ts';
import { inOffice, type Office, type WorkerKind } from '../processes.ts';
import type { Step } from '../shape.ts';

const shape: Step[] = ['local', 'upsert', 'local', 'remote', 'wait-with-limit'];

/** What an open case costs a worker in memory, with 1,000 of them, or 10,000. */
export const memory: Part = async ({ full }) => {
  const open = full ? 10_000 : 1000;
  const ours = await inOffice((office) => worker(office, 'ours', open));
  const bare = await inOffice((office) => worker(office, 'bare', open));
  return [
    {
      name: `memory of an open case, of ${open}`,
      unit: 'KiB',
      ours: (1024 * (ours.after - ours.before)) / open,
      limit: (1024 * (bare.after - bare.before)) / open,
      beside: 'bare workflow',
      goal: { at: 'most', ratio: 1.25 },
    },
    {
      name: `memory of a worker with ${open} open`,
      unit: 'MiB',
      ours: ours.after,
      limit: bare.after,
      beside: 'bare worker',
      goal: null,
    },
  ];
};

async function worker(office: Office, kind: WorkerKind, open: number): Promise<{ before: number; after: number }> {
  const process = office.worker(kind);
  await pause(4000);
  const before = process.memory();
  await manyTimes(open, 16, (index) => (kind === 'ours' ? openCase(office, index) : openBare(office)));
  await settled(office, kind === 'ours' ? "OascWaitingOn = 'staff'" : "WorkflowType = 'bare'", open);
  await pause(5000);
  return { before, after: process.memory() };
}

async function openCase({ door }: Office, index: number): Promise<void> {
  const name = `Bench ${String(index).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'a')}`;
  taken(await apply(door, townLike(name, `bench-${index}`).application, randomUUID()));
}

async function openBare({ temporal }: Office): Promise<void> {
  await temporal.workflow.start('bare', { workflowId: `bare/${randomUUID()}`, taskQueue: bareQueue, args: [shape] });
}

/** Until all of them have had their first turn, as the server counts them. */
async function settled({ temporal }: Office, query: string, open: number): Promise<void> {
  const until = Date.now() + 600_000;
  for (;;) {
    const { count } = await temporal.workflow.count(`${query} AND OascStage IS NOT NULL`);
    if (count >= open) return;
    if (Date.now() > until) throw new Error(`only ${count} of ${open} were opened within ten minutes`);
    await pause(500);
  }
}
