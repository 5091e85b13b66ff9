import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Announcement } from '../domain/announcement/state.ts';
import { announcementAddress, taskQueue, taskTimeout } from '../workflows/addresses.ts';
import type { announcement } from '../workflows/announcement.ts';
import { isUnreachable } from './acting.ts';
import { type Answer, no, yes } from './answer.ts';
import { type Door, patience } from './door.ts';

/**
 * Begins the workflow of an edition as it stands: newly noted, or taken up again where the server has lost it. Harmless
 * where it is there.
 */
export async function beginAnnouncement(door: Door, view: Announcement): Promise<Answer<null>> {
  try {
    await door.temporal.withDeadline(Date.now() + patience, () =>
      door.temporal.workflow.start<typeof announcement>('announcement', {
        workflowId: announcementAddress(view.announcement, view.edition),
        taskQueue,
        workflowTaskTimeout: taskTimeout,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        args: [{ announcement: view, at: door.clock.now() }],
      }),
    );
  } catch (error) {
    if (isUnreachable(error)) return no({ code: 'unreachable' });
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return yes(null);
}
