import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { within } from '../../cli/demo/inbox.ts';
import { sha256 } from '../../domain/canonical.ts';
import { quotesOf } from '../../domain/statement.ts';
import type { StaffMember } from '../../records/staff.ts';
import { actOnAnnouncement } from '../../service/announcement-acts.ts';
import { listAllAnnouncements, showAnnouncement } from '../../service/announcement-questions.ts';
import { checkStatement } from '../../service/public-checks.ts';
import { announcementAddress } from '../../workflows/addresses.ts';
import { becomesReady, refusedWith, staffMember, taken } from '../support/acting.ts';
import { announcementAt, approvedBy, author, composed, decideOn } from '../support/announcing.ts';
import { recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let officers: [StaffMember, StaffMember];
let announcement: string;
const day = 86_400_000;
const slug = 'velmora-and-aspholm-join-oasc';
const reader = { email: 'reader@news.example', language: 'en' };
const cities = ['tr-velmora', 'tr-aspholm'];

beforeAll(async () => {
  system = await startTestSystem();
  officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
  await becomesReady(system, townLike('Velmora', 'velmora'), officers);
  await becomesReady(system, townLike('Äspholm', 'aspholm'), officers);
  ({ announcement } = await composed(system, officers[0], { cities, mailingList: [reader] }));
  await approvedBy(system, officers[1], announcement);
  await announcementAt(system, announcement, 'published');
}, 120_000);
afterAll(async () => await system.stop());

const page = async (path: string) => (await fetch(`${system.address}/${path}`)).text();
const withoutTags = (html: string) => html.replace(/<[^>]+>/g, '');
const notices = (html: string) =>
  [...html.matchAll(/<div class="notice".*?<\/div>/gs)].map(([notice]) => withoutTags(notice).trim());
const newsletters = async () =>
  (await system.catcher.mails()).filter(({ to }) => to === reader.email).map(({ subject }) => subject);
const editionAt = async (edition: number, step: string) =>
  await within(`edition ${edition} at ${step}`, async () => {
    const view = (await showAnnouncement(system.door, announcement))?.view;
    return view?.edition === edition && view.stage.step === step ? view : null;
  });

const lead = 'Two towns have joined: Velmora by the sea, and Äspholm, which is in the north.';
const correct = {
  kind: 'correct',
  plan: { author, cities, lead },
  reason: 'Äspholm is in the north, not in the south.',
};

test('what is public is corrected by a second edition, which a second person approves', async () => {
  const [ada, bram] = officers;
  const { version } = await announcementAt(system, announcement, 'published');
  const act = { id: randomUUID(), version, decision: correct };
  const made = taken(await actOnAnnouncement(system.door, ada, announcement, act));
  expect([
    made.edition,
    made.amends?.kind,
    taken(await actOnAnnouncement(system.door, ada, announcement, act)),
  ]).toEqual([2, 'correction', made]);
  expect(await page(`news/${slug}/`)).not.toContain(lead);
  const own = { kind: 'approve', article: made.stage.step === 'draft' ? made.stage.article : '' };
  expect(refusedWith(await decideOn(system, ada, announcement, own))).toEqual({
    code: 'own-work',
    rule: 'approver-composed',
  });
  await system.skip(3 * day);
  await approvedBy(system, bram, announcement);
  const { stage } = await editionAt(2, 'published');
  expect(stage).toMatchObject({ publishedSha256: own.article, newsletter: { recipients: 0, sent: 0, unknown: 0 } });
  await recordHistories(system, 'corrected', { announcement: announcementAddress(announcement, 2) });
});

test('the page at the same address has the new words and a dated notice; feeds follow; nobody gets a second mail', async () => {
  const html = await page(`news/${slug}/`);
  expect(html).toContain(lead);
  expect(notices(html)).toEqual([
    expect.stringMatching(/^Corrected on \d+ \w+ \d{4}Äspholm is in the north, not in the south\.$/),
  ]);
  const feed = JSON.parse(await page('feeds/feed.json')) as { items: Record<string, string>[] };
  expect(feed.items.map(({ id }) => id)).toEqual([`urn:oasc:announcement:${announcement}`]);
  const [item] = feed.items;
  expect(withoutTags(item?.['content_html'] ?? '')).toContain('Äspholm is in the north, not in the south.');
  expect((item?.['date_modified'] ?? '') > (item?.['date_published'] ?? '')).toBe(true);
  expect(await newsletters()).toEqual(['Velmora and Äspholm Join OASC']);
  expect((await showAnnouncement(system.door, announcement))?.versions.map(({ kind, step }) => [kind, step])).toEqual([
    ['announcement', 'published'],
    ['correction', 'published'],
  ]);
  expect((await listAllAnnouncements(system.door)).map(({ edition, step }) => [edition, step])).toEqual([
    [2, 'published'],
  ]);
});

test('a correction keeps to the cities and the address of what is public, and changes something', async () => {
  const [ada] = officers;
  const other = { ...correct, plan: { author, cities: ['tr-velmora', 'tr-nowhere'], slug: 'other' } };
  expect(refusedWith(await decideOn(system, ada, announcement, other))).toEqual({
    code: 'invalid',
    problems: [
      { path: 'plan.cities[1]', message: 'names tr-nowhere, which is not in it: announce it by itself' },
      { path: 'plan.slug', message: `cannot change: readers have it as ${slug}` },
    ],
  });
  expect(refusedWith(await decideOn(system, ada, announcement, correct))).toEqual({
    code: 'invalid',
    problems: [{ path: 'plan', message: 'changes nothing of what is public' }],
  });
});

test('words of a city’s section are replaced outside its quotes; what its mayor said is not', async () => {
  const [ada] = officers;
  const section = (await showAnnouncement(system.door, announcement))?.article?.sections[0];
  const block = section?.blocks.find((one) => 'paragraph' in one);
  const words = block && 'paragraph' in block ? block.paragraph.find((part) => typeof part === 'string') : undefined;
  const [said] = quotesOf(section?.blocks ?? []);
  const replacing = (find: string) => ({
    ...correct,
    reason: 'A word was wrong.',
    replace: [{ city: 'tr-velmora', find, by: 'In other words.' }],
  });
  expect(refusedWith(await decideOn(system, ada, announcement, replacing(said?.text ?? '')))).toMatchObject({
    code: 'invalid',
    problems: [{ path: 'decision.replace[0].find', message: expect.stringContaining('stands nowhere') }],
  });
  const made = taken(await decideOn(system, ada, announcement, replacing(String(words).trim())));
  const after = (await showAnnouncement(system.door, announcement))?.article?.sections[0];
  expect(JSON.stringify(after)).toBe(JSON.stringify(section).replace(String(words).trim(), 'In other words.'));
  taken(await decideOn(system, ada, announcement, { kind: 'drop', reason: 'It was right.' }));
  expect(made.edition).toBe(3);
  await editionAt(2, 'published');
});

test('a correction that is dropped changes nothing; the next one takes a city out, and readers are told by mail where that is decided', async () => {
  const [ada, bram] = officers;
  const without = { kind: 'correct', plan: { author, cities: ['tr-velmora'] }, reason: 'Äspholm joins later.' };
  taken(await decideOn(system, ada, announcement, without));
  taken(await decideOn(system, bram, announcement, { kind: 'drop', reason: 'It is not so.' }));
  await editionAt(2, 'published');

  taken(await decideOn(system, ada, announcement, { ...without, newsletter: true }));
  await approvedBy(system, bram, announcement);
  await editionAt(5, 'published');
  expect(notices(await page(`news/${slug}/`)).map((notice) => notice.replace(/^.*\d{4}/, ''))).toEqual([
    'Äspholm joins later.',
    'Äspholm is in the north, not in the south.',
  ]);
  expect(await page(`news/${slug}/`)).toContain('Velmora Joins OASC');
  expect(await newsletters()).toEqual(['Velmora and Äspholm Join OASC', 'Corrected: Velmora Joins OASC']);
  const links = [...(await page('members/')).matchAll(/<li id="([^"]*)">(.*?)<\/li>/gs)].map(([, city, row]) => [
    city,
    row?.includes('Read the announcement'),
  ]);
  expect(links).toEqual([
    ['tr-aspholm', false],
    ['tr-velmora', true],
  ]);
});

test('what was taken back leaves a page that says so, at its address and in the feeds, and is in no list', async () => {
  const [ada, bram] = officers;
  const sections = (await showAnnouncement(system.door, announcement))?.article?.sections ?? [];
  const [said] = quotesOf(sections.flatMap(({ blocks }) => blocks));
  const published = async () => (await checkStatement(system.door, sha256(said?.text.trim() ?? ''))).length;
  expect(await published()).toBe(1);
  taken(await decideOn(system, ada, announcement, { kind: 'retract', reason: 'It was announced too early.' }));
  await approvedBy(system, bram, announcement);
  const { stage } = await editionAt(6, 'published');
  expect(stage).toMatchObject({ publishedSha256: 'article' in stage ? stage.article : '' });

  expect(await published()).toBe(0);
  const html = await page(`news/${slug}/`);
  expect(/<h1[^>]*>([^<]*)/.exec(html)?.[1]).toBe('Taken back: Velmora Joins OASC');
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  expect(notices(html)[0]).toMatch(/^Taken back on .*It was announced too early\.$/);
  expect(html).not.toContain('<section data-city');
  const lists = await Promise.all(['', 'news/', 'sitemap.xml', 'members/'].map(page));
  expect(lists.map((list) => list.includes(`news/${slug}/`))).toEqual([false, false, false, false]);
  expect(await page('feeds/rss.xml')).toContain('Taken back: Velmora Joins OASC');
  expect(refusedWith(await decideOn(system, ada, announcement, { kind: 'retract', reason: 'Again.' }))).toEqual({
    code: 'retracted',
  });
  await recordHistories(system, 'retracted', { announcement: announcementAddress(announcement, 6) });
});
