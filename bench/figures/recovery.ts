import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { StaffMember } from '../../records/staff.ts';
import { apply } from '../../service/apply.ts';
import { showOnboarding } from '../../service/questions.ts';
import { appointStaff } from '../../service/staff.ts';
import { actAsStaff } from '../../service/staff-acts.ts';
import { taken } from '../../test/support/acting.ts';
import { townLike } from '../../test/support/towns.ts';
import { bareQueue } from '../bare/worker.ts';
import { step } from '../bare/workflows.ts';
import { type Figure, median, type Part } from '../figure.ts';
import { inOffice, type Office } from '../processes.ts';
import type { Step } from '../shape.ts';

const shape: Step[] = ['local', 'upsert', 'local', ...Array.from({ length: 50 }, (): Step => 'wait-with-limit')];

/** How soon a worker does its first task, and how soon the next act is taken after kill -9 of the worker. */
export const recovery: Part = async ({ full }) =>
  await inOffice(async (office) => {
    const times = full ? 15 : 5;
    const member = await appointStaff(office.door, 'Ada', ['reviewer']);
    // The first of each makes the bundle and warms the disk.
    for (const kind of ['ours', 'bare'] as const) await coldStart(office, kind);
    const cold = { ours: [] as number[], bare: [] as number[] };
    for (let time = 0; time < times; time += 1)
      for (const kind of ['ours', 'bare'] as const) cold[kind].push(await coldStart(office, kind));
    const killed = {
      ours: await afterKill(office, 'ours', member, times),
      bare: await afterKill(office, 'bare', member, times),
    };
    return [
      figure('cold start of a worker to its first task', median(cold.ours), median(cold.bare), 1.3),
      figure('next act after kill -9 of the worker', median(killed.ours), median(killed.bare), null),
      {
        ...figure('  and against two seconds, the slowest', Math.max(...killed.ours), 2, 1),
        beside: 'two seconds',
      },
    ];
  });

function figure(name: string, ours: number, limit: number, ratio: number | null): Figure {
  return { name, unit: 's', ours, limit, beside: 'bare worker', goal: ratio === null ? null : { at: 'most', ratio } };
}

/** Seconds from the start of a worker's process until a workflow that waits for it has had its first task. */
async function coldStart(office: Office, kind: 'ours' | 'bare'): Promise<number> {
  const workflowId = kind === 'ours' ? `onboarding/${await applied(office)}` : await bare(office);
  const began = performance.now();
  const worker = office.worker(kind);
  for (;;) {
    const { historyLength } = await office.temporal.workflow.getHandle(workflowId).describe();
    if (historyLength > 3) break;
    await pause(10);
  }
  const seconds = (performance.now() - began) / 1000;
  await pause(500);
  await worker.kill();
  return seconds;
}

/** Seconds until the next act is taken, when the worker is killed and another begins at once. */
async function afterKill(office: Office, kind: 'ours' | 'bare', member: StaffMember, times: number): Promise<number[]> {
  const id = kind === 'ours' ? await applied(office) : await bare(office);
  let worker = office.worker(kind);
  const seconds: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const before = performance.now();
    if (kind === 'ours') await actOnce(office, member, id, time);
    else await office.temporal.workflow.getHandle(id).executeUpdate(step, { args: [] });
    // The first act only waits until the worker is there.
    if (time > 0) seconds.push((performance.now() - before) / 1000);
    await pause(1500);
    await worker.kill();
    worker = office.worker(kind);
  }
  await worker.kill();
  return seconds;
}

/** Holds and resumes in turn: an act that can be done any number of times. */
async function actOnce({ door }: Office, member: StaffMember, id: string, time: number): Promise<void> {
  const version = (await showOnboarding(door, id))?.view.version ?? 1;
  const until = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)}[UTC]`;
  const decision =
    time % 2 === 0 ? { kind: 'hold' as const, reason: 'A measurement.', until } : { kind: 'resume' as const };
  taken(await actAsStaff(door, member, id, { id: randomUUID(), version, decision }));
}

let count = 0;
async function applied({ door }: Office): Promise<string> {
  const name = `Bench ${String((count += 1)).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'a')}`;
  const { application } = townLike(name, `bench-${count}`);
  return taken(await apply(door, application, randomUUID())).case;
}

async function bare({ temporal }: Office): Promise<string> {
  const workflowId = `bare/${randomUUID()}`;
  await temporal.workflow.start('bare', { workflowId, taskQueue: bareQueue, args: [shape] });
  return workflowId;
}
