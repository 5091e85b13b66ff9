import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { type CaseRow, viewOf, writeCase } from '../records/cases.ts';
import { onboardingAddress, taskQueue } from '../workflows/addresses.ts';
import type { onboarding } from '../workflows/onboarding.ts';
import { type Door, patience } from './door.ts';

/** Begins the workflow of a noted case, and writes its first version; harmless where both have been done. */
export async function begin(door: Door, row: CaseRow): Promise<void> {
  const city = viewOf(row);
  if (row.version > 0) return;
  try {
    await door.temporal.withDeadline(Date.now() + patience, () =>
      door.temporal.workflow.start<typeof onboarding>('onboarding', {
        workflowId: onboardingAddress(row.id),
        taskQueue,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        args: [{ city, at: row.applied_at }],
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  await writeCase(door.records.database, city);
}
