import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { within } from '../cli/demo/inbox.ts';
import type { StaffMember } from '../records/staff.ts';
import { at, becomesReady, decide, taken } from '../test/support/acting.ts';
import type { TestSystem } from '../test/support/system.ts';
import { townLike } from '../test/support/towns.ts';
import { bareQueue } from './bare/worker.ts';
import { step } from './bare/workflows.ts';
import type { Step } from './shape.ts';

/** Carries one city from its application to its end, as people would, through the door; answers with its case. */
export async function carryCity(system: TestSystem, officers: [StaffMember, StaffMember]): Promise<string> {
  const name = `Bench ${randomUUID()
    .slice(0, 8)
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'g')}`;
  const id = await becomesReady(system, townLike(name, name.toLowerCase().replaceAll(' ', '-')), officers);
  await within('a first turn there', async () => (await at(system, id, 'announcement')).due ?? null);
  taken(await decide(system, officers[1], id, { kind: 'waive-announcement', reason: 'Only a measurement.' }));
  await at(system, id, 'waived');
  return id;
}

/**
 * Carries the bare workflow through the same waits; answers with its workflow id. `rest` is how long each act lets it come
 * to rest, in milliseconds, as people do: acts that follow at once share their tasks, and leave fewer events.
 */
export async function carryBare(temporal: Client, shape: Step[], rest = 0): Promise<string> {
  const workflowId = `bare/${randomUUID()}`;
  const handle = await temporal.workflow.start('bare', { workflowId, taskQueue: bareQueue, args: [shape] });
  const waits = shape.filter((one) => one === 'wait' || one === 'wait-with-limit').length;
  for (let wait = 0; wait < waits; wait += 1) {
    await pause(rest);
    await handle.executeUpdate(step, { args: [] });
  }
  await handle.result();
  return workflowId;
}

/** Does something so many times, so many at once; answers with the seconds that it took. */
export async function manyTimes(
  times: number,
  atOnce: number,
  one: (index: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const line = async () => {
    while (next < times) await one(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  return (performance.now() - began) / 1000;
}
