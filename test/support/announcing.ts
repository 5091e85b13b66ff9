import { randomUUID } from 'node:crypto';
import { within } from '../../cli/demo/inbox.ts';
import type { Announcement } from '../../domain/announcement/state.ts';
import type { StaffMember } from '../../records/staff.ts';
import { actOnAnnouncement } from '../../service/announcement-acts.ts';
import { createAnnouncement } from '../../service/announcement-creation.ts';
import { showAnnouncement } from '../../service/announcement-questions.ts';
import type { Answer } from '../../service/answer.ts';
import { taken } from './acting.ts';
import type { TestSystem } from './system.ts';

export const author = { name: 'Ada Lindqvist (sample)' };

/** Joins cities in an announcement, as a member of staff; answers with it as it then is. */
export async function composed(
  system: TestSystem,
  member: StaffMember,
  plan: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<Announcement> {
  const input = { id: randomUUID(), plan: { author, ...plan }, ...more };
  return taken(await createAnnouncement(system.door, member, input));
}

/** Decides about an announcement as it stands. */
export async function decideOn(
  system: TestSystem,
  member: StaffMember,
  announcement: string,
  decision: Record<string, unknown>,
): Promise<Answer<Announcement>> {
  const version = (await showAnnouncement(system.door, announcement))?.view.version;
  return await actOnAnnouncement(system.door, member, announcement, { id: randomUUID(), version, decision });
}

/** Approves the very article that the draft has. */
export async function approvedBy(system: TestSystem, member: StaffMember, announcement: string): Promise<Announcement> {
  const { stage } = await announcementAt(system, announcement, 'draft');
  const article = stage.step === 'draft' ? stage.article : '';
  return taken(await decideOn(system, member, announcement, { kind: 'approve', article }));
}

/** Waits until an announcement is at a step, and gives it as it is then. */
export async function announcementAt(
  system: TestSystem,
  announcement: string,
  step: Announcement['stage']['step'],
): Promise<Announcement> {
  return await within(`the announcement at ${step}`, async () => {
    const view = (await showAnnouncement(system.door, announcement))?.view;
    return view?.stage.step === step ? view : null;
  });
}

/** Whether readers find an article at its address. */
export async function isPublic(system: TestSystem, slug: string): Promise<boolean> {
  return (await fetch(`${system.address}/news/${slug}/`)).ok;
}
