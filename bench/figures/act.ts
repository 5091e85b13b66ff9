import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { appointStaff } from '../../service/staff.ts';
import { applied, at } from '../../test/support/acting.ts';
import { townLike } from '../../test/support/towns.ts';
import { bareQueue } from '../bare/worker.ts';
import { step } from '../bare/workflows.ts';
import { type BenchSystem, inBenchSystem } from '../bench-system.ts';
import { type Part, percentile } from '../figure.ts';
import type { Step } from '../shape.ts';

const besides = 'bare Update of the same shape';
// A plan, a row and a mail after each act, as after staff send an application back.
const afterwards: Step[] = ['local', 'upsert', 'local', 'remote'];

/** How long a member of staff waits for one act at rest, over HTTP, with the row written and the audit joined. */
export const act: Part = async ({ full }) =>
  await inBenchSystem(async (system) => {
    const acts = full ? 200 : 60;
    const ids: string[] = [];
    for (let index = 0; index < acts; index += 1)
      ids.push(await applied(system, townLike(nameOf(index), `bench-${index}`)));
    for (const id of ids) await at(system, id, 'review');
    await pause(1000);

    const { token } = await appointStaff(system.door, 'Cleo', ['reviewer']);
    const workflowId = `bare/${randomUUID()}`;
    const shape: Step[] = [
      'local',
      'upsert',
      'local',
      ...ids.flatMap((): Step[] => ['wait-with-limit', ...afterwards]),
    ];
    const bare = await system.door.temporal.workflow.start('bare', { workflowId, taskQueue: bareQueue, args: [shape] });
    const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (const id of ids) {
      times.ours.push(await timed(() => sentBack(system, token, id)));
      await pause(120);
      times.bare.push(await timed(() => bare.executeUpdate(step, { args: [] })));
      await pause(120);
    }
    // The first acts find both workers cold.
    const warm = { ours: times.ours.slice(10), bare: times.bare.slice(10) };
    return [50, 95].map((of100) => ({
      name: `a staff act at rest, p${of100}`,
      unit: 'ms',
      ours: percentile(warm.ours, of100),
      limit: percentile(warm.bare, of100),
      beside: besides,
      goal: of100 === 50 ? { at: 'most' as const, ratio: 1.2 } : null,
    }));
  });

async function sentBack({ address }: BenchSystem, token: string, id: string): Promise<void> {
  const answer = await fetch(`${address}/api/cases/${id}/acts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), version: 2, decision: { kind: 'return', reason: 'Which council?' } }),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`an act was not taken: ${said}`);
}

async function timed(what: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await what();
  return performance.now() - began;
}

/** A name of letters alone: an address or a number in it would be another city's. */
function nameOf(index: number): string {
  return `Bench ${String(index).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'a')}`;
}
