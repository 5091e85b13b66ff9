import {
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { stageKey } from '../../workflows/search-attributes.ts';
import type { Step } from '../shape.ts';

type Nothing = { nothing(): Promise<void> };
const local = proxyLocalActivities<Nothing>({ startToCloseTimeout: '30 seconds' });
const remote = proxyActivities<Nothing>({ startToCloseTimeout: '2 minutes' });

export const step = defineUpdate<number>('step');

/** A workflow that does nothing at all, in the shape of one of ours: the same activities, waits and search attributes. */
export async function bare(shape: Step[]): Promise<number> {
  let came = 0;
  let taken = 0;
  setHandler(step, () => (came += 1), { validator: () => {} });
  for (const one of shape) {
    if (one === 'local') await local.nothing();
    else if (one === 'remote') await remote.nothing();
    else if (one === 'upsert') upsertSearchAttributes([{ key: stageKey, value: `${taken}` }]);
    else {
      const arrived = () => came > taken;
      if (one === 'wait') await condition(arrived);
      else await condition(arrived, '30 days');
      taken += 1;
    }
  }
  return taken;
}
