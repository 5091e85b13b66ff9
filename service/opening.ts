import { WorkflowNotFoundError } from '@temporalio/client';
import { openCases, writeCase } from '../records/cases.ts';
import { onboardingAddress } from '../workflows/addresses.ts';
import { currentOnboarding } from '../workflows/messages.ts';
import { begin } from './apply.ts';
import { type Door, patience } from './door.ts';

/**
 * Fills in what a crash left out, when the door opens: a case that was noted is begun, and the row of every open case is
 * written as its workflow has it by now. Answers with how many cases were looked at.
 */
export async function fillIn(door: Door): Promise<number> {
  const rows = await openCases(door.records.database);
  for (const row of rows) {
    await begin(door, row);
    try {
      const handle = door.temporal.workflow.getHandle(onboardingAddress(row.id));
      const city = await door.temporal.withDeadline(Date.now() + patience, () => handle.query(currentOnboarding));
      await writeCase(door.records.database, city);
    } catch (error) {
      // A case whose workflow is gone keeps the row it has; it is rebuilt from the records, not from here.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
  return rows.length;
}
