import { condition, defineQuery, defineUpdate, setHandler, sleep } from '@temporalio/workflow';

/** The deadlines, in days from the start, that have passed so far. */
export const passed = defineQuery<number[]>('passed');

/** Asks the time, in milliseconds since the workflow's start. */
export const time = defineUpdate<number>('time');

/** Sends the workflow home. */
export const leave = defineUpdate<void>('leave');

/** Waits for deadlines, each some days from the start, until it is told to leave or `homeAfter` days have passed. */
export async function sleeper(deadlines: readonly number[], homeAfter?: number): Promise<void> {
  const began = Date.now();
  const seen: number[] = [];
  let left = false;
  setHandler(passed, () => seen);
  setHandler(time, () => Date.now() - began);
  setHandler(leave, () => {
    left = true;
  });
  for (const days of deadlines) void sleep(`${days} days`).then(() => seen.push(days));
  await (homeAfter === undefined ? condition(() => left) : condition(() => left, `${homeAfter} days`));
}
