import type { History } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { bundlePath } from '../../worker/bundle.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import { historyOf, inBenchSystem } from '../bench-system.ts';
import { carryBare, carryCity } from '../carry.ts';
import type { Part } from '../figure.ts';
import { shapeOf } from '../shape.ts';

/** How fast whole onboardings are replayed, as happens to every open one before new code may start. */
export const replay: Part = async ({ full }) =>
  await inBenchSystem(async (system) => {
    const { history: ours } = await historyOf(system, onboardingAddress(await carryCity(system, system.officers)));
    const { history: bare } = await historyOf(system, await carryBare(system.door.temporal, shapeOf(ours), 300));
    const copies = full ? 500 : 100;
    await replayed({ codePath: bundlePath }, ours, 20);
    await replayed({ code: system.bare }, bare, 20);
    return [
      {
        name: 'replay of whole onboardings',
        unit: 'events/s',
        ours: await replayed({ codePath: bundlePath }, ours, copies),
        limit: await replayed({ code: system.bare }, bare, copies),
        beside: 'bare workflow of the same shape',
        goal: { at: 'least', ratio: 0.7 },
      },
    ];
  });

async function replayed(
  workflowBundle: { codePath: string } | { code: string },
  history: History,
  copies: number,
): Promise<number> {
  const began = performance.now();
  const all = Array.from({ length: copies }, (_, index) => ({ workflowId: `replayed/${index}`, history }));
  for await (const { error } of Worker.runReplayHistories({ workflowBundle }, all)) if (error) throw error;
  return ((history.events?.length ?? 0) * copies) / ((performance.now() - began) / 1000);
}
