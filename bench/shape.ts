import type { History } from '@temporalio/common/lib/proto-utils.js';

/** One thing that a history shows that a story did; `wait` is an Update that came, with or without a limit running. */
export type Step = 'local' | 'remote' | 'upsert' | 'wait' | 'wait-with-limit';

/** What a history has to do whoever writes the code: its activities, waits and search attributes, in their order. */
export function shapeOf({ events }: History): Step[] {
  const steps: Step[] = [];
  let limit = false;
  for (const event of events ?? []) {
    if (event.markerRecordedEventAttributes) steps.push('local');
    else if (event.activityTaskScheduledEventAttributes) steps.push('remote');
    else if (event.upsertWorkflowSearchAttributesEventAttributes) steps.push('upsert');
    else if (event.timerStartedEventAttributes) limit = true;
    else if (event.workflowExecutionUpdateAcceptedEventAttributes) {
      steps.push(limit ? 'wait-with-limit' : 'wait');
      limit = false;
    }
  }
  return steps;
}
