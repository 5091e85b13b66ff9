import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import { actOnAnnouncement } from '../../service/announcement-acts.ts';
import { createAnnouncement } from '../../service/announcement-creation.ts';
import { showAnnouncement } from '../../service/announcement-questions.ts';
import { actWithReason } from '../../service/city-acts.ts';
import { announcementFile } from '../../web/staff-api/announcement-file.ts';
import { announcementAddress, onboardingAddress } from '../../workflows/addresses.ts';
import {
  applied,
  at,
  becomesMember,
  becomesReady,
  decide,
  refusedWith,
  staffMember,
  taken,
  visit,
} from '../support/acting.ts';
import { announcementAt, approvedBy, author, composed, decideOn, isPublic } from '../support/announcing.ts';
import { recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let officers: [StaffMember, StaffMember];
const day = 86_400_000;

beforeAll(async () => {
  system = await startTestSystem();
  officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
});
afterAll(async () => await system.stop());

const inDays = (days: number) => `${new Date(Date.parse(system.now()) + days * day).toISOString().slice(0, 16)}[UTC]`;
const awaited = async (announcement: string) => {
  const view = (await showAnnouncement(system.door, announcement))?.view;
  return view?.stage.step === 'gathering' ? view.stage.awaited : null;
};
const late = async (announcement: string) =>
  (await announcementFile(system.door, officers[0], announcement))?.late?.options.map(({ kind }) => kind);

test('an announcement waits for a city that is not ready, and is composed at the moment at which it is', async () => {
  const [ada, bram] = officers;
  await becomesReady(system, townLike('Velmora', 'velmora'), officers);
  const id = await becomesMember(system, townLike('Äspholm', 'aspholm'), officers);
  const { announcement } = await composed(
    system,
    ada,
    { cities: ['tr-velmora', 'tr-aspholm'] },
    { gatherUntil: inDays(10) },
  );
  const file = await showAnnouncement(system.door, announcement);
  expect([await awaited(announcement), file?.title, file?.article?.title]).toEqual([
    [id],
    'Velmora and Äspholm Join OASC',
    'Velmora Joins OASC',
  ]);
  expect(file?.cities.map(({ ready, stage, step }) => [ready, stage, step])).toEqual([
    [true, 'announcement', null],
    [false, 'statement', 'draft'],
  ]);

  taken(await decide(system, bram, id, { kind: 'waive-statement', reason: 'The mayor is new.' }));
  const draft = await announcementAt(system, announcement, 'draft');
  expect(draft.cases).toEqual(['tr-velmora.1', id]);
  expect((await showAnnouncement(system.door, announcement))?.article?.sections.map(({ city }) => city)).toEqual([
    'tr-velmora',
    'tr-aspholm',
  ]);
  await approvedBy(system, bram, announcement);
  await at(system, id, 'announced');
  await recordHistories(system, 'gathered', {
    announcement: announcementAddress(announcement, 1),
    city: onboardingAddress(id),
  });
});

test('a city that is awaited is in no other announcement; without a date to wait for, nobody is waited for', async () => {
  const [ada] = officers;
  await applied(system, townLike('Lindenmark', 'lindenmark'));
  await composed(system, ada, { cities: ['tr-lindenmark'] }, { gatherUntil: inDays(10) });
  const again = (more: object) =>
    createAnnouncement(system.door, ada, { id: randomUUID(), plan: { author, cities: ['tr-lindenmark'] }, ...more });
  const message = (answer: object) => (answer as { problems: { message: string }[] }).problems[0]?.message;
  expect(message(refusedWith(await again({ gatherUntil: inDays(9) })))).toBe(
    'names tr-lindenmark, which another announcement has taken in',
  );
  expect(message(refusedWith(await again({})))).toBe('names tr-lindenmark, which another announcement has taken in');
  expect(message(refusedWith(await again({ gatherUntil: inDays(-1) })))).toBe('lies in the past');
});

test('when its date passes nothing is decided by itself: a person waits, goes without, or splits', async () => {
  const [ada, bram] = officers;
  await becomesReady(system, townLike('Kestrelford', 'kestrelford'), officers);
  const slow = await becomesMember(system, townLike('Waterlinde', 'waterlinde'), officers);
  const slower = await applied(system, townLike('Villanera', 'villanera'));
  const plan = { cities: ['tr-kestrelford', 'tr-waterlinde', 'tr-villanera'] };
  const { announcement } = await composed(system, ada, plan, { gatherUntil: inDays(5) });
  expect(await late(announcement)).toBeUndefined();

  await system.skip(6 * day);
  expect([await awaited(announcement), await late(announcement)]).toEqual([
    [slow, slower],
    ['wait-until', 'go-without', 'go-without', 'split'],
  ]);
  taken(
    await decideOn(system, bram, announcement, { kind: 'wait-until', until: inDays(3), reason: 'They are close.' }),
  );
  expect(await late(announcement)).toBeUndefined();
  await system.skip(4 * day);
  expect(await late(announcement)).toEqual(['wait-until', 'go-without', 'go-without', 'split']);

  const without = { kind: 'go-without', city: 'tr-villanera', reason: 'It has only just applied.' };
  taken(await decideOn(system, bram, announcement, without));
  expect((await at(system, slower, 'review')).gatheredBy).toBeUndefined();
  const split = taken(
    await decideOn(system, bram, announcement, { kind: 'split', cities: [slow], reason: 'Its mayor travels.' }),
  );
  const into = split.acts.find((act) => act.kind === 'split');
  const other = into?.kind === 'split' ? into.into : '';
  const draft = await announcementAt(system, announcement, 'draft');
  expect([draft.cases, await awaited(other)]).toEqual([['tr-kestrelford.1'], [slow]]);

  taken(await decide(system, bram, slow, { kind: 'waive-statement', reason: 'The mayor travels.' }));
  const own = await announcementAt(system, other, 'draft');
  expect((await showAnnouncement(system.door, other))?.article?.title).toBe('Waterlinde Joins OASC');
  expect(own.cases).toEqual([slow]);
  await approvedBy(system, ada, other);
  await at(system, slow, 'announced');
  await recordHistories(system, 'split', {
    announcement: announcementAddress(announcement, 1),
    'into-announcement': announcementAddress(other, 1),
  });
});

test('a city that withdraws while it is awaited is waited for no longer; headline and count follow', async () => {
  const [ada] = officers;
  const town = townLike('Porto Amaru', 'porto-amaru');
  await becomesReady(system, townLike('Tazirt', 'tazirt'), officers);
  const id = await becomesMember(system, town, officers);
  const { announcement } = await composed(
    system,
    ada,
    { cities: ['tr-tazirt', 'tr-porto-amaru'] },
    { gatherUntil: inDays(10) },
  );
  const visitor = await visit(system, town.main, 'status');
  taken(await actWithReason(system.door, visitor, 'withdraw', 'Not this year.', randomUUID()));
  await at(system, id, 'withdrawn');
  const { cases } = await announcementAt(system, announcement, 'draft');
  expect(cases).toEqual(['tr-tazirt.1']);
  expect((await showAnnouncement(system.door, announcement))?.article?.title).toBe('Tazirt Joins OASC');
});

test('an approved announcement is split: the approval is void, and each part is approved by somebody who did not make it', async () => {
  const [ada, bram] = officers;
  await becomesReady(system, townLike('Monte Azzurro', 'monte-azzurro'), officers);
  await becomesReady(system, townLike('Higashinami', 'higashinami'), officers);
  const plan = { cities: ['tr-monte-azzurro', 'tr-higashinami'], publishAt: inDays(20) };
  const { announcement } = await composed(system, ada, plan);
  await approvedBy(system, bram, announcement);
  const decision = { kind: 'split', cities: ['tr-higashinami'], reason: 'They wish to be announced at their fair.' };
  const act = { id: randomUUID(), version: (await announcementAt(system, announcement, 'approved')).version, decision };
  taken(await actOnAnnouncement(system.door, bram, announcement, act));
  taken(await actOnAnnouncement(system.door, bram, announcement, act));

  const parts = [announcement, act.id];
  const drafts = await Promise.all(parts.map((part) => announcementAt(system, part, 'draft')));
  expect(drafts.map(({ cases }) => cases)).toEqual([['tr-monte-azzurro.1'], ['tr-higashinami.1']]);
  await approvedBy(system, bram, announcement);
  await approvedBy(system, ada, act.id);
  await system.skip(21 * day);
  await Promise.all(parts.map((part) => announcementAt(system, part, 'published')));
  expect(await isPublic(system, 'higashinami-joins-oasc')).toBe(true);
});
