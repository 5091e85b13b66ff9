import type { Announcement, AnnouncementStep } from '../domain/announcement/state.ts';
import type { CaseId, Instant } from '../domain/ids.ts';
import { composeAnnouncement, planTurn, publishSite, renderSite, sendNewsletter } from './activities.ts';
import { type AnnouncementDesk, openAnnouncementDesk } from './announcement-desk.ts';
import { tellCities } from './holding.ts';
import { type AnnouncementStart, announced, gathers, hold, holdNoLonger, letGo } from './messages.ts';

type Publishing = Extract<AnnouncementStep, { step: 'publishing' }>;
type Open = Extract<AnnouncementStep, { step: 'gathering' | 'draft' }>;

/**
 * Several cities in one announcement: composed, approved by a second person, published on every channel at its time. It
 * can begin at any step, so that it can be taken up again.
 */
export async function announcement(start: AnnouncementStart): Promise<Announcement> {
  const desk = openAnnouncementDesk(start);

  const approved = await readyToPublish(desk);
  if (approved) await publish(desk, approved);

  await desk.record();
  await tellTheEnd(desk.announcement());
  return await desk.close();
}

/**
 * Approved, its time come, and every city holding still; null when it was dropped. A city that leaves before that voids
 * the approval: the announcement is composed anew, and approved anew.
 */
async function readyToPublish(desk: AnnouncementDesk): Promise<Publishing | null> {
  for (;;) {
    const { stage } = desk.announcement();
    switch (stage.step) {
      case 'gathering':
        await gather(desk, stage.awaited);
        break;
      case 'recompose':
        await compose(desk);
        break;
      case 'draft':
        await approval(desk);
        break;
      case 'approved':
        if ((await itsTimeHasCome(desk)) && (await allHold(desk))) desk.note({ kind: 'publication-began' });
        break;
      case 'publishing':
        return stage;
      case 'published':
      case 'dropped':
        return null;
      default:
        return stage satisfies never;
    }
  }
}

/** Waits for the cities that are not ready yet; once its date has passed, a person decides how it goes on. */
async function gather(desk: AnnouncementDesk, awaited: readonly CaseId[]): Promise<void> {
  await desk.record();
  const { announcement: id } = desk.announcement();
  // One that has become ready meanwhile, or has left, says so.
  for (const city of await tellCities(awaited, gathers, id)) desk.note({ kind: 'city-left', case: city });
  await stepIsOver(desk, 'gathering');
}

async function compose(desk: AnnouncementDesk): Promise<void> {
  const { announcement: id, edition, plan, cases } = desk.announcement();
  const article = await composeAnnouncement({ announcement: id, edition, plan, cases });
  if (sameCities(desk.announcement().cases, cases)) desk.note({ kind: 'composed', article });
}

/** Waits for approval, or for whatever else moves the draft on; overdue is said, and changes nothing. */
async function approval(desk: AnnouncementDesk): Promise<void> {
  const { due: before } = desk.announcement();
  if (!before) {
    const { limit } = await planTurn({ of: 'network', stage: 'announcement', waitsFor: 'staff', at: desk.clock.now() });
    desk.note({ kind: 'turn-planned', due: limit });
  }
  await desk.record();
  await stepIsOver(desk, 'draft');
}

/** Waits until the announcement is at another step, writing down what happens meanwhile; overdue is said, and changes nothing. */
async function stepIsOver(desk: AnnouncementDesk, step: Open['step']): Promise<void> {
  while (desk.announcement().stage.step === step) {
    const { version, due, overdue } = desk.announcement();
    const moved = await desk.until((now) => now.version !== version, overdue ? undefined : due?.at);
    if (!moved) desk.note({ kind: 'overdue' });
    if (desk.announcement().stage.step === step) await desk.record();
  }
}

/** The time to take the approval back passes, then the embargo; false where it was edited, undone or left meanwhile. */
async function itsTimeHasCome(desk: AnnouncementDesk): Promise<boolean> {
  for (;;) {
    const { stage, publishAt } = desk.announcement();
    if (stage.step !== 'approved') return false;
    const from = later(stage.undoUntil, publishAt);
    if (from === null || from <= desk.clock.now()) return true;
    await desk.record();
    await desk.until((now) => now.stage !== stage || now.publishAt !== publishAt, from);
  }
}

/** The last moment to leave: every city is asked to hold still, and each says whether it does. A later edition asks nobody. */
async function allHold(desk: AnnouncementDesk): Promise<boolean> {
  const { announcement: id, cases, edition } = desk.announcement();
  if (edition > 1) return true;
  desk.holding.clear();
  const unreachable = await tellCities(cases, hold, id);
  for (const city of unreachable) desk.note({ kind: 'city-left', case: city });
  await desk.until(({ stage, cases: now }) => stage.step !== 'approved' || now.every((city) => desk.holding.has(city)));
  if (desk.announcement().stage.step === 'approved') return true;
  await tellCities(desk.announcement().cases, holdNoLonger, id);
  return false;
}

async function publish(desk: AnnouncementDesk, { article }: Publishing): Promise<void> {
  const { announcement: id, edition, acts, amends } = desk.announcement();
  // The instant at which it began, so that one that is taken up again publishes the same page.
  const at = acts.findLast(({ kind }) => kind === 'publication-began')?.at ?? desk.clock.now();
  const order = { announcement: id, edition, article, at };
  await desk.record();
  const pages = await renderSite(order);
  const sha256 = await publishSite({ ...order, pages });
  // Readers got the first edition by mail; a later one they get only where that was decided.
  const isSent = amends ? amends.newsletter : true;
  const newsletter = isSent ? await sendNewsletter(order) : { recipients: 0, sent: 0, unknown: 0 };
  desk.note({ kind: 'published', sha256, newsletter });
}

/** Cities are announced, or free for another announcement; a later edition is about those that are announced already. */
async function tellTheEnd({ announcement: id, edition, cases, stage }: Announcement): Promise<void> {
  if (edition === 1) await tellCities(cases, stage.step === 'published' ? announced : letGo, id);
}

function later(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function sameCities(one: readonly CaseId[], other: readonly CaseId[]): boolean {
  return one.length === other.length && one.every((city, index) => city === other[index]);
}
