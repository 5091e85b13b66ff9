import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Instant } from '../domain/ids.ts';
import { type CaseRow, viewOf, writeCase } from '../records/cases.ts';
import { onboardingAddress, taskQueue, taskTimeout } from '../workflows/addresses.ts';
import type { onboarding } from '../workflows/onboarding.ts';
import { type Door, patience } from './door.ts';

/** Begins the workflow of a noted case, and writes its first version; harmless where both have been done. */
export async function begin(door: Door, row: CaseRow): Promise<void> {
  if (row.version > 0) return;
  await start(door, row, row.applied_at);
  await writeCase(door.records.database, viewOf(row));
}

/**
 * Takes a case up again, as the records have it: for a server that has lost it, or another one. It goes on from where it
 * stood, with the deadline that it had, and no mail goes twice; harmless where its workflow is there.
 */
export async function takeUp(door: Door, row: CaseRow): Promise<void> {
  await start(door, row, door.clock.now());
}

async function start(door: Door, row: CaseRow, at: Instant): Promise<void> {
  try {
    await door.temporal.withDeadline(Date.now() + patience, () =>
      door.temporal.workflow.start<typeof onboarding>('onboarding', {
        workflowId: onboardingAddress(row.id),
        taskQueue,
        workflowTaskTimeout: taskTimeout,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        args: [{ city: viewOf(row), at }],
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
