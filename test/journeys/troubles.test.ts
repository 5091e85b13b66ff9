import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { within } from '../../cli/demo/inbox.ts';
import { findCase, viewOf } from '../../records/cases.ts';
import type { StaffMember } from '../../records/staff.ts';
import { actOnAnnouncement } from '../../service/announcement-acts.ts';
import { createAnnouncement } from '../../service/announcement-creation.ts';
import { showAnnouncement } from '../../service/announcement-questions.ts';
import { askCode } from '../../service/codes.ts';
import { askNewLink } from '../../service/new-link.ts';
import {
  applied,
  at,
  becomesReady,
  decide,
  letterOf,
  refusedWith,
  signed,
  staffMember,
  taken,
  visit,
} from '../support/acting.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let officers: [StaffMember, StaffMember];
const day = 86_400_000;
const author = { name: 'Ada Lindqvist (sample)' };

beforeAll(async () => {
  system = await startTestSystem();
  officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
});
afterAll(async () => await system.stop());

test('a link that is asked for while the letter is being made does not keep the letter from going out', async () => {
  const town = townLike('Velmora', 'velmora');
  const id = await applied(system, town);
  await visit(system, town.main, 'status');
  taken(await decide(system, officers[0], id, { kind: 'accept' }));
  await askNewLink(system.door, town.main);
  await system.catcher.waitFor(({ to, subject }) => to === town.mayor && subject.includes('sign the letter'), 15_000);
  const due = await within('a day by which to sign', async () => (await at(system, id, 'letter', 'sign')).due ?? null);
  expect(due.zone).toBe('Europe/Istanbul');
});

test('codes can be asked for a few times an hour; more are refused, and leave no trace in the case', async () => {
  const town = townLike('Äspholm', 'aspholm');
  const id = await applied(system, town);
  taken(await decide(system, officers[0], id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  const visitor = await visit(system, town.mayor, 'letter');
  const of = { purpose: 'letter' as const, sha256: letterOf(visitor.city) };
  for (let asked = 0; asked < 5; asked += 1) taken(await askCode(system.door, visitor, of, randomUUID()));
  expect(refusedWith(await askCode(system.door, visitor, of, randomUUID()))).toEqual({ code: 'too-many' });
  const asked = (await at(system, id, 'letter', 'sign')).acts.filter(({ kind }) => kind === 'ask-code');
  expect(asked.length).toBe(5);
  await system.skip(61 * 60_000);
  taken(await askCode(system.door, visitor, of, randomUUID()));
});

test('staff who do not read an application are reminded in the case itself, before it is overdue', async () => {
  const id = await applied(system, townLike('Tazirt', 'tazirt'));
  await at(system, id, 'review');
  await system.skip(8 * day);
  const late = await at(system, id, 'review');
  expect(late.acts.map(({ kind }) => kind)).toEqual(['applied', 'staff-reminded', 'overdue']);
});

test('two announcements that are published at the same moment are both in lists and feeds', async () => {
  await becomesReady(system, townLike('Porto Amaru', 'porto-amaru'), officers);
  await becomesReady(system, townLike('Villanera', 'villanera'), officers);
  const publishAt = `${new Date(Date.parse(system.now()) + day).toISOString().slice(0, 16)}[UTC]`;
  const ids: string[] = [];
  for (const city of ['tr-porto-amaru', 'tr-villanera']) {
    const mailingList = Array.from({ length: 20 }, (_, index) => ({
      email: `reader-${index}@${city}.example`,
      language: 'en',
    }));
    const plan = { author, cities: [city], publishAt, mailingList };
    const { announcement, version, stage } = taken(
      await createAnnouncement(system.door, officers[0], { id: randomUUID(), plan }),
    );
    const later = { ...plan, publishAt: publishAt.replace(/^\d{4}/, '2099') };
    const edit = { id: randomUUID(), version, decision: { kind: 'edit', plan: later } };
    expect(refusedWith(await actOnAnnouncement(system.door, officers[0], announcement, edit))).toEqual({
      code: 'invalid',
      problems: [
        {
          path: 'plan.publishAt',
          message: 'cannot change by an edit: schedule or lift the announcement instead',
        },
      ],
    });
    const article = stage.step === 'draft' ? stage.article : '';
    const approve = { id: randomUUID(), version, decision: { kind: 'approve', article } };
    taken(await actOnAnnouncement(system.door, officers[1], announcement, approve));
    ids.push(announcement);
  }
  await system.skip(day + 60_000);
  for (const id of ids)
    await within('both to be published', async () => {
      const file = await showAnnouncement(system.door, id);
      return file?.view.stage.step === 'published' ? true : null;
    });
  const feed = JSON.parse(await readFile(join(system.siteFolder, 'feeds/feed.json'), 'utf8')) as {
    items: { title: string }[];
  };
  expect(feed.items.map(({ title }) => title).toSorted()).toEqual(['Porto Amaru Joins OASC', 'Villanera Joins OASC']);
  const news = await readFile(join(system.siteFolder, 'news/index.html'), 'utf8');
  expect(['Porto Amaru Joins OASC', 'Villanera Joins OASC'].map((title) => news.includes(title))).toEqual([true, true]);
});

test('after everything has stopped, a case goes on where it was, and its row is filled in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-test-again-'));
  const town = townLike('Waterlinde', 'waterlinde');
  const first = await startTestSystem(folder);
  const id = await applied(first, town);
  taken(await decide(first, await staffMember(first, 'Ada'), id, { kind: 'accept' }));
  await visit(first, town.mayor, 'letter');
  const { version } = await at(first, id, 'letter', 'sign');
  // As if a crash had come between the workflow's answer and the row.
  await first.records.database.updateTable('cases').set({ version: 1, stage: 'review' }).where('id', '=', id).execute();
  await first.stop();

  const second = await startTestSystem(folder);
  try {
    const row = await within('the row to be filled in', async () => {
      const found = await findCase(second.records.database, id);
      return found && found.version >= version ? found : null;
    });
    expect([row.stage, viewOf(row).stage]).toMatchObject(['letter', { step: 'sign' }]);
    await signed(second, town);
    await at(second, id, 'letter', 'verify');
  } finally {
    await second.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
