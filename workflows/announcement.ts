import type { Announcement, Approved } from '../domain/announcement/state.ts';
import type { CaseId, Instant } from '../domain/ids.ts';
import { composeAnnouncement, planTurn, publishSite, renderSite, sendNewsletter } from './activities.ts';
import { type AnnouncementDesk, openAnnouncementDesk } from './announcement-desk.ts';
import { tellCities } from './holding.ts';
import { type AnnouncementStart, announced, hold, holdNoLonger, letGo } from './messages.ts';

/** Several cities in one announcement: composed, approved by a second person, published on every channel at its time. */
export async function announcement(start: AnnouncementStart): Promise<Announcement> {
  const desk = openAnnouncementDesk(start);

  const approved = await readyToPublish(desk, start.publishAt);
  if (approved) await publish(desk, approved);

  await desk.record();
  const { announcement: id, cases } = desk.announcement();
  await tellCities(cases, approved ? announced : letGo, id);
  return await desk.close();
}

/**
 * Approved, its time come, and every city holding still; null when it was dropped. A city that leaves before that voids
 * the approval: the announcement is composed anew, and approved anew.
 */
async function readyToPublish(desk: AnnouncementDesk, publishAt: Instant | null): Promise<Approved | null> {
  for (;;) {
    await recomposed(desk);
    const answer = await approval(desk);
    if (answer === 'dropped') return null;
    const due = answer === 'approved' && (publishAt === null || (await timeHasCome(desk, publishAt)));
    if (due && (await allHold(desk))) {
      const { stage } = desk.announcement();
      desk.note({ kind: 'publication-began' });
      return stage.step === 'approved' ? stage : null;
    }
  }
}

async function recomposed(desk: AnnouncementDesk): Promise<void> {
  while (desk.announcement().stage.step === 'recompose') {
    const { announcement: id, edition, plan, cases } = desk.announcement();
    const article = await composeAnnouncement({ announcement: id, edition, plan, cases });
    if (sameCities(desk.announcement().cases, cases)) desk.note({ kind: 'composed', article });
  }
}

/** Waits for approval; overdue is said, and changes nothing. A city that leaves meanwhile starts it all anew. */
async function approval(desk: AnnouncementDesk): Promise<'approved' | 'dropped' | 'anew'> {
  const { limit } = await planTurn({ of: 'network', stage: 'announcement', waitsFor: 'staff', at: desk.clock.now() });
  desk.note({ kind: 'turn-planned', due: limit });
  await desk.record();
  for (;;) {
    const { due, overdue } = desk.announcement();
    const moved = await desk.until(
      ({ stage, due: now }) => stage.step !== 'draft' || now !== due,
      overdue ? undefined : due?.at,
    );
    const { stage } = desk.announcement();
    if (stage.step === 'dropped' || stage.step === 'approved') return stage.step;
    if (stage.step === 'recompose') return 'anew';
    if (!moved) {
      desk.note({ kind: 'overdue' });
      await desk.record();
    }
  }
}

async function timeHasCome(desk: AnnouncementDesk, publishAt: Instant): Promise<boolean> {
  await desk.record();
  const changed = await desk.until(({ stage }) => stage.step !== 'approved', publishAt);
  return !changed;
}

/** The last moment to leave: every city is asked to hold still, and each says whether it does. */
async function allHold(desk: AnnouncementDesk): Promise<boolean> {
  const { announcement: id, cases } = desk.announcement();
  desk.holding.clear();
  const unreachable = await tellCities(cases, hold, id);
  for (const city of unreachable) desk.note({ kind: 'city-left', case: city });
  await desk.until(({ stage, cases: now }) => stage.step !== 'approved' || now.every((city) => desk.holding.has(city)));
  if (desk.announcement().stage.step === 'approved') return true;
  await tellCities(desk.announcement().cases, holdNoLonger, id);
  return false;
}

async function publish(desk: AnnouncementDesk, { article }: Approved): Promise<void> {
  const { announcement: id, edition } = desk.announcement();
  const order = { announcement: id, edition, article, at: desk.clock.now() };
  await desk.record();
  const pages = await renderSite(order);
  const sha256 = await publishSite({ ...order, pages });
  const newsletter = await sendNewsletter(order);
  desk.note({ kind: 'published', sha256, newsletter });
}

function sameCities(one: readonly CaseId[], other: readonly CaseId[]): boolean {
  return one.length === other.length && one.every((city, index) => city === other[index]);
}
