import type { WorkflowClient, WorkflowExecutionDescription } from '@temporalio/client';
import type { Timestamp } from '@temporalio/common/lib/time.js';

export type Glance = {
  closed: boolean;
  /** All time skipped since the start, in milliseconds. */
  skipped: number;
  /** Whether a skip is asked for and not yet taken. */
  skipping: boolean;
  /** What the workflow still has to do at its present instant, in words; absent when it only waits. */
  busyWith?: string;
};

/** How far a workflow's own time is, and whether everything due by then has been done. */
export async function glance(client: WorkflowClient, id: string): Promise<Glance> {
  const handle = client.getHandle(id);
  const description = await handle.describe();
  const events = (await handle.fetchHistory()).events ?? [];
  const skipped = events.reduce((sum, event) => sum + skippedBy(event), 0);
  const info = description.raw.workflowExtendedInfo?.timeSkippingInfo;
  const now = info?.currentTime ? milliseconds(info.currentTime) : Date.now();
  // Seen in two looks, between which something may have happened.
  const moved = description.historyLength === events.length ? undefined : 'it has just gone on';
  const busyWith = workInHand(description, now) ?? timerDue(events, now) ?? moved;
  return {
    closed: description.status.name !== 'RUNNING',
    skipped,
    skipping: info?.effectiveConfig?.enabled ?? false,
    ...(busyWith === undefined ? {} : { busyWith }),
  };
}

type Event = NonNullable<
  Awaited<ReturnType<ReturnType<WorkflowClient['getHandle']>['fetchHistory']>>['events']
>[number];

function skippedBy({ eventTime, workflowExecutionTimeSkippingTransitionedEventAttributes: skip }: Event): number {
  return skip?.targetTime ? milliseconds(skip.targetTime) - milliseconds(eventTime) : 0;
}

function workInHand({ raw }: WorkflowExecutionDescription, now: number): string | undefined {
  const task = raw.pendingWorkflowTask;
  if (task) return (task.attempt ?? 1) > 1 ? 'its workflow task fails' : 'its workflow task waits for a worker';
  const activity = raw.pendingActivities?.find((one) => milliseconds(one.nextAttemptScheduleTime) <= now);
  if (activity) return `the activity ${activity.activityType?.name} has not ended`;
  return undefined;
}

function timerDue(events: readonly Event[], now: number): string | undefined {
  const ended = new Set(
    events.map(({ timerFiredEventAttributes: fired, timerCanceledEventAttributes: cancelled }) =>
      String((fired ?? cancelled)?.startedEventId),
    ),
  );
  const due = events.some(
    ({ eventId, eventTime, timerStartedEventAttributes: timer }) =>
      timer && !ended.has(String(eventId)) && milliseconds(eventTime) + milliseconds(timer.startToFireTimeout) <= now,
  );
  return due ? 'a timer is due' : undefined;
}

// Temporal's own conversion rounds to whole milliseconds, which would add up over many skips.
function milliseconds(time: Timestamp | null | undefined): number {
  return Number(time?.seconds ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6;
}
