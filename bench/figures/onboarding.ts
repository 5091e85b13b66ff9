import { onboardingAddress } from '../../workflows/addresses.ts';
import { historyOf, inBenchSystem } from '../bench-system.ts';
import { carryBare, carryCity, manyTimes } from '../carry.ts';
import type { Part } from '../figure.ts';
import { shapeOf } from '../shape.ts';

const besides = 'bare workflow of the same waits and activities';

/** How lean and how fast a whole onboarding is, against a workflow that does nothing in the same shape. */
export const onboarding: Part = async ({ full }) =>
  await inBenchSystem(async (system) => {
    const { temporal } = system.door;
    const ours = await historyOf(system, onboardingAddress(await carryCity(system, system.officers)));
    const shape = shapeOf(ours.history);
    const bare = await historyOf(system, await carryBare(temporal, shape, 300));

    // The first ones warm up both workers; then they take turns, so that noise meets both.
    const [cities, atOnce, rounds] = full ? [48, 16, 5] : [24, 8, 3];
    await manyTimes(atOnce, atOnce, () => carryCity(system, system.officers));
    await manyTimes(atOnce * 4, atOnce, () => carryBare(temporal, shape));
    const seconds = { ours: 0, bare: 0 };
    for (let round = 0; round < rounds; round += 1) {
      seconds.ours += await manyTimes(cities, atOnce, () => carryCity(system, system.officers));
      seconds.bare += await manyTimes(cities, atOnce, () => carryBare(temporal, shape));
    }
    const all = cities * rounds;
    return [
      {
        name: 'events per onboarding',
        unit: 'events',
        ours: ours.history.events?.length ?? 0,
        limit: bare.history.events?.length ?? 0,
        beside: besides,
        goal: { at: 'most', ratio: 1.1 },
      },
      {
        name: 'history of an onboarding',
        unit: 'kB of JSON',
        ours: ours.bytes / 1000,
        limit: bare.bytes / 1000,
        beside: besides,
        goal: null,
      },
      {
        name: 'onboardings per second',
        unit: '/s',
        ours: all / seconds.ours,
        limit: all / seconds.bare,
        beside: besides,
        goal: { at: 'least', ratio: 0.8 },
      },
    ];
  });
