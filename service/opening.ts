import { WorkflowNotFoundError } from '@temporalio/client';
import { announcementViewOf, listAnnouncements, writeAnnouncement } from '../records/announcements.ts';
import { openCases, writeCase } from '../records/cases.ts';
import { announcementAddress, onboardingAddress } from '../workflows/addresses.ts';
import { currentAnnouncement, currentOnboarding } from '../workflows/messages.ts';
import { beginAnnouncement } from './announcement-beginning.ts';
import { begin, takeUp } from './beginning.ts';
import { type Door, patience } from './door.ts';

/**
 * Fills in what a crash left out, when the door opens: a case that was noted is begun, and the row of every open case and
 * announcement is written as its workflow has it by now. One that does not answer keeps the row it has; answers with how
 * many were filled in, and how many did not answer.
 */
export async function fillIn(door: Door): Promise<{ filled: number; silent: number }> {
  const cases = await openCases(door.records.database);
  const announcements = (await listAnnouncements(door.records.database))
    .filter(({ version, step }) => version > 0 && step !== 'published' && step !== 'dropped')
    .map(announcementViewOf);
  const looks = [
    ...cases.map((row) => async () => {
      await begin(door, row);
      const handle = door.temporal.workflow.getHandle(onboardingAddress(row.id));
      const now = () => asked(door, () => handle.query(currentOnboarding));
      await writeCase(door.records.database, await now().catch(unlessLost(() => takeUp(door, row).then(now))));
    }),
    ...announcements.map((view) => async () => {
      const { announcement, edition } = view;
      const handle = door.temporal.workflow.getHandle(announcementAddress(announcement, edition));
      const now = () => asked(door, () => handle.query(currentAnnouncement));
      const takenUp = unlessLost(() => beginAnnouncement(door, view).then(now));
      await writeAnnouncement(door.records.database, await now().catch(takenUp));
    }),
  ];
  let filled = 0;
  for (const look of looks) if (await answered(look)) filled += 1;
  return { filled, silent: looks.length - filled };
}

/** What is open in the records and unknown to the server is taken up again: its file was lost, or this is another server. */
function unlessLost<Value>(takenUp: () => Promise<Value>): (error: unknown) => Promise<Value> {
  return async (error) => {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return await takenUp();
  };
}

async function answered(look: () => Promise<void>): Promise<boolean> {
  try {
    await look();
    return true;
  } catch {
    return false;
  }
}

async function asked<Value>(door: Door, question: () => Promise<Value>): Promise<Value> {
  return await door.temporal.withDeadline(Date.now() + patience, question);
}
