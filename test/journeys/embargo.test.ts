import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import { showAnnouncement } from '../../service/announcement-questions.ts';
import { actWithReason } from '../../service/city-acts.ts';
import { announcementAddress } from '../../workflows/addresses.ts';
import { at, becomesReady, refusedWith, staffMember, taken, visit } from '../support/acting.ts';
import { announcementAt, approvedBy, composed, decideOn, isPublic } from '../support/announcing.ts';
import { recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let officers: [StaffMember, StaffMember];
const minute = 60_000;
const day = 86_400_000;
const undoMinutes = 10;

beforeAll(async () => {
  system = await startTestSystem();
  officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
});
afterAll(async () => await system.stop());

/** A town that is ready; until then nobody waits for decisions to be told, so that the test is about the announcement. */
async function ready(town: Town): Promise<string> {
  Object.assign(system.door.network, { undoMinutes: 0 });
  const id = await becomesReady(system, town, officers);
  Object.assign(system.door.network, { undoMinutes });
  return id;
}

const later = (milliseconds: number) => new Date(Date.parse(system.now()) + milliseconds).toISOString();
const inZone = (milliseconds: number) => `${later(milliseconds).slice(0, 16)}[UTC]`;

test('an approval can be taken back for ten minutes; only after them is anything public', async () => {
  const [ada, bram] = officers;
  const id = await ready(townLike('Velmora', 'velmora'));
  const { announcement } = await composed(system, ada, { cities: ['tr-velmora'] });
  const { stage } = await approvedBy(system, bram, announcement);
  const undoUntil = later(undoMinutes * minute).slice(0, 16);
  expect(stage).toMatchObject({ step: 'approved', undoUntil: expect.stringMatching(`^${undoUntil}`) });

  taken(await decideOn(system, bram, announcement, { kind: 'undo' }));
  await system.skip(11 * minute);
  expect((await announcementAt(system, announcement, 'draft')).acts.map(({ kind }) => kind)).toEqual([
    'composed',
    'approve',
    'undo',
  ]);
  expect(await isPublic(system, 'velmora-joins-oasc')).toBe(false);

  await approvedBy(system, bram, announcement);
  await system.skip(9 * minute);
  expect(await isPublic(system, 'velmora-joins-oasc')).toBe(false);
  await system.skip(2 * minute);
  await announcementAt(system, announcement, 'published');
  expect(await isPublic(system, 'velmora-joins-oasc')).toBe(true);
  await at(system, id, 'announced');
  await recordHistories(system, 'taken-back', { announcement: announcementAddress(announcement, 1) });
});

test('a city that withdraws while the approval can be taken back still leaves: it is composed anew', async () => {
  const [ada, bram] = officers;
  const leaving = townLike('Waterlinde', 'waterlinde');
  await ready(leaving);
  await ready(townLike('Kestrelford', 'kestrelford'));
  const { announcement } = await composed(system, ada, { cities: ['tr-waterlinde', 'tr-kestrelford'] });
  await approvedBy(system, bram, announcement);
  const visitor = await visit(system, leaving.main, 'status');
  taken(await actWithReason(system.door, visitor, 'withdraw', 'Not this year.', crypto.randomUUID()));
  const { cases } = await announcementAt(system, announcement, 'draft');
  expect(cases).toEqual(['tr-kestrelford.1']);
  expect((await showAnnouncement(system.door, announcement))?.article?.title).toBe('Kestrelford Joins OASC');
});

test('an embargo is kept to the minute, moved by whoever did not compose it, and ended by publishing now', async () => {
  const [ada, bram] = officers;
  await ready(townLike('Porto Amaru', 'porto-amaru'));
  const { announcement } = await composed(system, ada, { cities: ['tr-porto-amaru'] });
  taken(await decideOn(system, ada, announcement, { kind: 'schedule', at: inZone(2 * day) }));
  await approvedBy(system, bram, announcement);

  const own = { code: 'own-work', rule: 'embargo-composed' };
  expect(refusedWith(await decideOn(system, ada, announcement, { kind: 'lift' }))).toEqual(own);
  expect(refusedWith(await decideOn(system, ada, announcement, { kind: 'publish' }))).toEqual(own);
  expect(refusedWith(await decideOn(system, bram, announcement, { kind: 'schedule', at: inZone(-day) }))).toEqual({
    code: 'invalid',
    problems: [{ path: 'decision.at', message: 'lies in the past' }],
  });
  taken(await decideOn(system, bram, announcement, { kind: 'schedule', at: inZone(5 * day) }));

  await system.skip(3 * day);
  expect(await isPublic(system, 'porto-amaru-joins-oasc')).toBe(false);
  expect(refusedWith(await decideOn(system, bram, announcement, { kind: 'undo' }))).toMatchObject({
    code: 'undo-over',
  });
  taken(await decideOn(system, bram, announcement, { kind: 'publish' }));
  const { stage } = await announcementAt(system, announcement, 'published');
  expect(stage).toMatchObject({ publishedSha256: 'article' in stage ? stage.article : '' });
  expect(await isPublic(system, 'porto-amaru-joins-oasc')).toBe(true);
});

test('a lifted embargo holds nothing back: it goes out when the approval can no longer be taken back', async () => {
  const [ada, bram] = officers;
  await ready(townLike('Villanera', 'villanera'));
  const { announcement } = await composed(system, ada, { cities: ['tr-villanera'], publishAt: inZone(20 * day) });
  expect((await showAnnouncement(system.door, announcement))?.scheduledFor).toMatch(/:00.000Z$/);
  await approvedBy(system, bram, announcement);
  taken(await decideOn(system, bram, announcement, { kind: 'lift' }));
  expect((await showAnnouncement(system.door, announcement))?.scheduledFor).toBeNull();
  expect(await isPublic(system, 'villanera-joins-oasc')).toBe(false);
  await system.skip(11 * minute);
  await announcementAt(system, announcement, 'published');
});
