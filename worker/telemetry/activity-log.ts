import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { errorInLog, type Log } from '../log.ts';

/** Notes each activity that was done or failed: which, for which case or announcement, at which try, in how many milliseconds. */
export function loggedActivities(log: Log): ActivityInterceptorsFactory {
  return ({ info }) => ({
    inbound: {
      execute: async (input, next) => {
        const began = performance.now();
        const { activityType: activity, attempt, workflowExecution } = info;
        const which = () => ({
          activity,
          workflow: workflowExecution?.workflowId,
          attempt,
          ms: Math.round(performance.now() - began),
        });
        try {
          const result = await next(input);
          log.info(which(), 'activity done');
          return result;
        } catch (error) {
          const failure = error instanceof ApplicationFailure ? error.type : errorInLog(error).error;
          const event = `${workflowExecution?.workflowId}: ${activity} failed (${failure}) at try ${attempt}`;
          // The longer it goes on, the less often the terminal is told.
          log.warn(
            { ...which(), failure, ...(Number.isInteger(Math.log2(attempt)) ? { event } : {}) },
            'activity failed',
          );
          throw error;
        }
      },
    },
  });
}
