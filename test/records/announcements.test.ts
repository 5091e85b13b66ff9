import { expect, test } from '@jest/globals';
import { announcementHappened, announcementTaken } from '../../domain/announcement/rules.ts';
import { drafted } from '../../domain/announcement/state.ts';
import {
  announcementViewOf,
  findAnnouncement,
  listAnnouncements,
  noteAnnouncement,
  noteArticle,
  notePages,
  publishedNow,
  subscribersOf,
  writeAnnouncement,
  writeSubscribers,
} from '../../records/announcements.ts';
import { auditEntries, verifyAudit } from '../../records/audit.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';

const at = '2027-03-05T09:00:00.000Z';
const spring = drafted({
  announcement: 'spring',
  edition: 1,
  cases: ['tr-camliova.1'],
  plan: 'plan',
  publishAt: null,
  act: { id: 'composing', actor: 'ada', at, kind: 'composed', article: 'first' },
});
const approved = announcementTaken(spring, {
  id: 'yes',
  actor: 'bruno',
  at,
  decision: { kind: 'approve', article: 'first' },
});
const publishing = announcementHappened(approved, { kind: 'publication-began' }, { id: 'began', at });
const newsletter = { recipients: 1, sent: 1, unknown: 0 };
const published = announcementHappened(publishing, { kind: 'published', sha256: 'out', newsletter }, { id: 'out', at });

const row = {
  id: 'spring',
  edition: 1,
  version: 0,
  step: 'draft',
  slug: 'two-towns',
  title: 'Two Towns',
  plan: 'plan',
  article: 'first',
  pages: null,
  publish_at: null,
  published_at: null,
  view: JSON.stringify(spring),
};

async function withSpring() {
  const { database } = await recordsIn(await dataFolder());
  await noteAnnouncement(database, row);
  return database;
}

test('An announcement is noted once; noted again, nothing changes', async () => {
  const database = await withSpring();
  await noteAnnouncement(database, { ...row, title: 'Another' });
  expect(await listAnnouncements(database)).toEqual([row]);
  expect(await findAnnouncement(database, 'spring', 2)).toBeNull();
});

test('Its row only moves forward, and each act is in the audit once', async () => {
  const database = await withSpring();
  for (const view of [spring, published, approved, publishing]) await writeAnnouncement(database, view);
  const found = await findAnnouncement(database, 'spring');
  expect([found?.step, found?.version, found?.published_at, found && announcementViewOf(found)]).toEqual([
    'published',
    published.version,
    at,
    published,
  ]);
  expect((await auditEntries(database, 'spring')).map(({ id, actor }) => [id, actor])).toEqual([
    ['spring/composing', 'ada'],
    ['spring/yes', 'bruno'],
    ['spring/began', 'system'],
    ['spring/out', 'system'],
  ]);
  expect((await verifyAudit(database)).verified).toBe(true);
});

test('What readers get is rendered once: the first pages stay', async () => {
  const database = await withSpring();
  expect([await notePages(database, 'spring', 1, 'first'), await notePages(database, 'spring', 1, 'second')]).toEqual([
    'first',
    'first',
  ]);
});

test('Title, address and article follow whoever composed last', async () => {
  const database = await withSpring();
  await noteArticle(database, 'spring', 1, { article: 'second', title: 'One Town', slug: 'one-town' });
  expect(await findAnnouncement(database, 'spring')).toEqual({
    ...row,
    article: 'second',
    title: 'One Town',
    slug: 'one-town',
  });
});

test('The newest announcement stands on top, drafts last', async () => {
  const database = await withSpring();
  await noteAnnouncement(database, { ...row, id: 'old', published_at: '2027-01-01T09:00:00.000Z' });
  await noteAnnouncement(database, { ...row, id: 'new', published_at: '2027-02-01T09:00:00.000Z' });
  expect((await listAnnouncements(database)).map(({ id }) => id)).toEqual(['new', 'old', 'spring']);
});

test('A reader is written once', async () => {
  const database = await withSpring();
  const reader = { id: 'spring/reader/1', announcement: 'spring', email: 'first@readers.example', language: 'en' };
  await writeSubscribers(database, [reader]);
  await writeSubscribers(database, [{ ...reader, email: 'other@readers.example' }]);
  expect(await subscribersOf(database, 'spring')).toEqual([reader]);
  expect(await subscribersOf(database, 'autumn')).toEqual([]);
});

test('What readers have of an announcement is its latest published edition', async () => {
  const database = await withSpring();
  await noteAnnouncement(database, { ...row, id: 'out', published_at: '2027-01-01T09:00:00.000Z' });
  await noteAnnouncement(database, { ...row, id: 'out', edition: 2, published_at: '2027-02-01T09:00:00.000Z' });
  await noteAnnouncement(database, { ...row, id: 'out', edition: 3 });
  expect((await publishedNow(database)).map(({ id, edition }) => [id, edition])).toEqual([['out', 2]]);
  expect((await findAnnouncement(database, 'out'))?.edition).toBe(3);
});
