import { workflowInfo } from '@temporalio/workflow';
import type { Instant } from '../domain/ids.ts';

/** The workflow's clock: the door's instant at the start, plus what has passed in the workflow since. */
export type Clock = { now(): Instant; until(instant: Instant): number };

/** Starts the clock; `until` gives the milliseconds to an instant, never less than one. */
export function startClock(at: Instant): Clock {
  // Not the first task's time: a worker that was away must not set the clock back.
  const began = workflowInfo().startTime.getTime();
  const milliseconds = () => Date.parse(at) + (Date.now() - began);
  return {
    now: () => new Date(milliseconds()).toISOString(),
    until: (instant) => Math.max(1, Date.parse(instant) - milliseconds()),
  };
}
