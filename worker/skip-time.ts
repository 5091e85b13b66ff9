import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, isGrpcServiceError, WorkflowClient } from '@temporalio/client';
import { msNumberToTs } from '@temporalio/common/lib/time.js';
import { glance } from './skip-time/glance.ts';

export type TimeSkip = {
  connection: Connection;
  namespace: string;
  /** Open workflows; one that is closed, or closes on the way, is left as it is. */
  workflowIds: readonly string[];
  milliseconds: number;
  moveDoorClock: (milliseconds: number) => void | Promise<void>;
  /** How long to wait for the slowest workflow, in real milliseconds. */
  patience?: number;
};

/**
 * Carries every given workflow, and then the door's clock, the same span ahead; for tests and the demonstration, never
 * in production. When it returns, every timer inside the span has fired and the work that it caused is done.
 * Needs a dev server started with `timeSkipping`. Throws, with the door's clock unmoved, when a workflow does not
 * arrive; those that did arrive stay where they are.
 */
export async function skipTime(skip: TimeSkip): Promise<void> {
  const { connection, namespace, workflowIds, milliseconds, moveDoorClock, patience = 60_000 } = skip;
  const client = new WorkflowClient({ connection, namespace });
  const until = Date.now() + patience;
  const carried = await Promise.allSettled(workflowIds.map((id) => carry(client, id, Math.round(milliseconds), until)));
  const problems = carried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (problems.length > 0) {
    throw new AggregateError(problems, `time was not skipped for all: ${problems.map(sentence).join('; ')}`);
  }
  await moveDoorClock(milliseconds);
}

// One skip at a time: left to itself, the server (1.32) skips past the end of the span whenever work is still running there.
async function carry(client: WorkflowClient, id: string, span: number, until: number): Promise<void> {
  let goal: number | undefined;
  for (;;) {
    const seen = await glance(client, id);
    if (seen.closed) return;
    goal ??= seen.skipped + span;
    const remaining = Math.floor(goal - seen.skipped);
    if (seen.busyWith === undefined && remaining < 1) return;
    if (Date.now() > until) {
      await setSkipping(client, id, { enabled: false });
      throw new Error(`${id} has ${remaining} ms to go: ${seen.busyWith ?? 'the server does not skip its time'}`);
    }
    if (seen.busyWith === undefined && !seen.skipping) await skipOnce(client, id, remaining);
    else await pause(10);
  }
}

async function skipOnce(client: WorkflowClient, id: string, milliseconds: number): Promise<void> {
  const duration = msNumberToTs(milliseconds);
  const fastForwardConfig = { id: crypto.randomUUID(), duration };
  await setSkipping(client, id, { enabled: true, maxSessionSkipCount: 1, fastForwardConfig });
}

type Skipping = NonNullable<
  NonNullable<
    Parameters<WorkflowClient['workflowService']['updateWorkflowExecutionOptions']>[0]['workflowExecutionOptions']
  >['timeSkippingConfig']
>;

async function setSkipping(client: WorkflowClient, workflowId: string, timeSkippingConfig: Skipping): Promise<void> {
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace: client.options.namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: { timeSkippingConfig },
      updateMask: { paths: ['time_skipping_config'] },
    });
  } catch (error) {
    // A workflow that has just closed is seen as closed at the next glance.
    if (!(isGrpcServiceError(error) && error.details.includes('already completed'))) throw error;
  }
}

function sentence(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
