import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { within } from '../../cli/demo/inbox.ts';
import type { Announcement } from '../../domain/announcement/state.ts';
import type { StaffMember } from '../../records/staff.ts';
import { beginAnnouncement } from '../../service/announcement-beginning.ts';
import { listAllAnnouncements, showAnnouncement } from '../../service/announcement-questions.ts';
import { fillIn } from '../../service/opening.ts';
import { announcementAddress } from '../../workflows/addresses.ts';
import { at, becomesMember, becomesReady, decide, staffMember, taken } from '../support/acting.ts';
import { announcementAt, approvedBy, author, composed, decideOn, isPublic } from '../support/announcing.ts';
import { lose, loseEverything } from '../support/losing.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let officers: [StaffMember, StaffMember];
const day = 86_400_000;
const reader = { email: 'reader@news.example', language: 'en' };

beforeAll(async () => {
  system = await startTestSystem();
  officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
});
afterAll(async () => await system.stop());

const inDays = (days: number) => `${new Date(Date.parse(system.now()) + days * day).toISOString().slice(0, 16)}[UTC]`;
const newsletters = async () => (await system.catcher.mails()).filter(({ to }) => to === reader.email).length;
const file = async (announcement: string) => {
  const found = await showAnnouncement(system.door, announcement);
  return { step: found?.view.stage.step, edition: found?.view.edition, due: found?.view.due, at: found?.scheduledFor };
};

test('when the server has lost every announcement, each goes on where it stood: waiting, drafted, or held back until its hour', async () => {
  const [ada, bram] = officers;
  await becomesReady(system, townLike('Velmora', 'velmora'), officers);
  const slow = await becomesMember(system, townLike('Waterlinde', 'waterlinde'), officers);
  const gathering = await composed(
    system,
    ada,
    { cities: ['tr-velmora', 'tr-waterlinde'] },
    { gatherUntil: inDays(30) },
  );
  await becomesReady(system, townLike('Kestrelford', 'kestrelford'), officers);
  const embargo = await composed(system, ada, { cities: ['tr-kestrelford'], publishAt: inDays(5) });
  await approvedBy(system, bram, embargo.announcement);
  await becomesReady(system, townLike('Tazirt', 'tazirt'), officers);
  const draft = await composed(system, ada, { cities: ['tr-tazirt'] });
  await within('a limit for the draft', async () => (await file(draft.announcement)).due ?? null);
  const all = [gathering, embargo, draft].map(({ announcement }) => announcement);
  const before = await Promise.all(all.map(file));

  await loseEverything(system);
  expect((await fillIn(system.door)).silent).toBe(0);
  expect(await Promise.all(all.map(file))).toEqual(before);

  taken(await decide(system, bram, slow, { kind: 'waive-statement', reason: 'The mayor is new.' }));
  expect((await announcementAt(system, gathering.announcement, 'draft')).cases).toHaveLength(2);
  await system.skip(4 * day);
  expect(await isPublic(system, 'kestrelford-joins-oasc')).toBe(false);
  await system.skip(2 * day);
  await announcementAt(system, embargo.announcement, 'published');
  await at(system, 'tr-kestrelford.1', 'announced');
  await approvedBy(system, bram, draft.announcement);
  await announcementAt(system, draft.announcement, 'published');
});

test('one that is taken up in the middle of its publication publishes the same page, and sends no newsletter twice', async () => {
  const [ada, bram] = officers;
  await becomesReady(system, townLike('Porto Amaru', 'porto-amaru'), officers);
  const { announcement } = await composed(system, ada, { cities: ['tr-porto-amaru'], mailingList: [reader] });
  await approvedBy(system, bram, announcement);
  const out = await announcementAt(system, announcement, 'published');
  const page = async () => (await fetch(`${system.address}/news/porto-amaru-joins-oasc/`)).text();
  const before = await page();

  await lose(system, [announcementAddress(announcement, 1)]);
  taken(await beginAnnouncement(system.door, asItWasPublishing(out)));
  const handle = system.door.temporal.workflow.getHandle(announcementAddress(announcement, 1));
  const again = (await handle.result()) as Announcement;
  expect([again.stage, await page(), await newsletters()]).toEqual([
    { ...out.stage, publishedAt: 'publishedAt' in again.stage ? again.stage.publishedAt : '' },
    before,
    1,
  ]);
});

test('a correction that waits for its approval is taken up as well', async () => {
  const [ada, bram] = officers;
  const [first] = (await listAllAnnouncements(system.door)).filter(({ slug }) => slug === 'porto-amaru-joins-oasc');
  const announcement = first?.id ?? '';
  const plan = { author, cities: ['tr-porto-amaru'], lead: 'Porto Amaru has joined, after ten years.' };
  taken(await decideOn(system, ada, announcement, { kind: 'correct', plan, reason: 'It took ten years.' }));
  await announcementAt(system, announcement, 'draft');
  await loseEverything(system);
  expect((await fillIn(system.door)).silent).toBe(0);
  await approvedBy(system, bram, announcement);
  const { edition } = await announcementAt(system, announcement, 'published');
  expect([edition, await newsletters()]).toEqual([2, 1]);
});

/** The announcement as it was when its publication had just begun. */
function asItWasPublishing({ stage, acts, ...rest }: Announcement): Announcement {
  if (stage.step !== 'published') throw new Error('It is not published.');
  const { article, composedBy, approvedBy } = stage;
  const began = acts.findLastIndex(({ kind }) => kind === 'publication-began');
  return { ...rest, stage: { step: 'publishing', article, composedBy, approvedBy }, acts: acts.slice(0, began + 1) };
}
