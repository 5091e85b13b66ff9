import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Announcement, drafted } from '../../../domain/announcement/state.ts';
import { canonicalJson } from '../../../domain/canonical.ts';
import { noteAnnouncement, writeAnnouncement } from '../../../records/announcements.ts';
import { appointStaff } from '../../../service/staff.ts';
import { twoTowns } from '../../support/articles.ts';
import { places } from '../../support/city-in-play.ts';
import { now, type Office, openOffice, said, writeDown } from './office.ts';

let office: Office;
let ada: { authorization: string };
let bram: { authorization: string };
let composer: Awaited<ReturnType<typeof appointStaff>>;
let approver: Awaited<ReturnType<typeof appointStaff>>;
let article: string;
let spring: Announcement;
const { image: _image, ...withoutPicture } = twoTowns;
const publishAt = '2027-03-11T08:00:00.000Z';

beforeAll(async () => {
  office = await openOffice();
  composer = await appointStaff(office.door, 'Ada Lindqvist', ['editor', 'approver']);
  approver = await appointStaff(office.door, 'Bram Okafor', ['approver']);
  ada = { authorization: `Bearer ${composer.token}` };
  bram = { authorization: `Bearer ${approver.token}` };
  await writeDown(office, places['announcement, claimed']);
  article = await office.door.records.documents.put(Buffer.from(canonicalJson(withoutPicture)));
  const act = { id: 'composing', actor: composer.id, at: now, kind: 'composed' as const, article };
  spring = drafted({ announcement: 'spring', edition: 1, cases: ['tr-camliova.1'], plan: 'plan', publishAt, act });
  await noteAnnouncement(office.door.records.database, {
    id: 'spring',
    edition: 1,
    version: 0,
    step: 'draft',
    slug: twoTowns.slug,
    title: twoTowns.title,
    plan: 'plan',
    article,
    pages: null,
    publish_at: publishAt,
    published_at: null,
    view: JSON.stringify(spring),
  });
  await writeAnnouncement(office.door.records.database, spring);
});
afterAll(() => office.close());

const asked = async (path: string, headers: { authorization: string }) =>
  await office.api.request(`/announcements${path}`, { headers });

test('an announcement shows its cities, its embargo and its editions', async () => {
  const { body } = await said(await asked('/spring', ada));
  expect(body).toMatchObject({
    slug: twoTowns.slug,
    cities: [
      {
        case: 'tr-camliova.1',
        city: 'tr-camliova',
        name: 'tr-camliova',
        stage: 'announcement',
        step: null,
        ready: true,
        waitsFor: 'staff',
        due: places['announcement, claimed'].due?.at ?? null,
      },
    ],
    scheduledFor: publishAt,
    undoUntil: null,
    late: null,
    versions: [{ edition: 1, kind: 'announcement', step: 'draft', sha256: article, publishedAt: null }],
  });
});

test('each act is offered to whoever may take it; to the others it says why not, and who may', async () => {
  const offers = async (headers: { authorization: string }) => {
    const { body } = await said(await asked('/spring', headers));
    return Object.fromEntries((body as { acts: { kind: string }[] }).acts.map(({ kind, ...offer }) => [kind, offer]));
  };
  const toAda = await offers(ada);
  expect(toAda['edit']).toEqual({ may: true });
  expect(toAda['approve']).toEqual({
    may: false,
    code: 'own-work',
    sentence:
      'You cannot approve this announcement, because you composed or edited it yourself. Another approver reads it. You can ask Bram Okafor.',
    who: [{ id: approver.id, name: 'Bram Okafor' }],
  });
  const toBram = await offers(bram);
  expect(toBram['approve']).toEqual({ may: true });
  expect(toBram['drop']).toMatchObject({
    may: false,
    code: 'not-your-role',
    who: [{ id: composer.id, name: 'Ada Lindqvist' }],
  });
});

test('its preview is one file with its style, says from when it is public, and asks nobody for anything', async () => {
  const answer = await asked('/spring/preview', bram);
  const page = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  expect(/<p class="note">([^<]*)/.exec(page)?.[1]).toBe(
    'Preview: this is public from Thursday 11 March 2027, 10:00 (Helsinki time). Please do not pass it on before.',
  );
  expect(page).toContain(twoTowns.lead);
  expect(page).toContain('<style>');
  expect(page).not.toMatch(/<link rel="stylesheet"|<script src|<img[^>]* src="http/);
});

test('an announcement that is not there has no preview', async () => {
  expect((await asked('/autumn/preview', bram)).status).toBe(404);
});

test('the list says how many cities each has, and from when it is public', async () => {
  expect((await said(await asked('', bram))).body).toEqual([
    {
      id: 'spring',
      edition: 1,
      title: twoTowns.title,
      slug: twoTowns.slug,
      step: 'draft',
      cities: 1,
      due: null,
      overdue: false,
      scheduledFor: publishAt,
      publishedAt: null,
    },
  ]);
});
