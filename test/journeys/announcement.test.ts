import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { within } from '../../cli/demo/inbox.ts';
import type { Announcement } from '../../domain/announcement/state.ts';
import type { StaffMember } from '../../records/staff.ts';
import { actOnAnnouncement } from '../../service/announcement-acts.ts';
import { createAnnouncement } from '../../service/announcement-creation.ts';
import { showAnnouncement } from '../../service/announcement-questions.ts';
import { actWithReason, confirmWords, draftStatement } from '../../service/city-acts.ts';
import { announcementAddress, onboardingAddress } from '../../workflows/addresses.ts';
import {
  at,
  becomesMember,
  becomesReady,
  codeFor,
  decide,
  refusedWith,
  staffMember,
  taken,
  visit,
  wordsOf,
} from '../support/acting.ts';
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

const author = { name: 'Ada Lindqvist (sample)' };

async function composed(plan: Record<string, unknown>): Promise<Announcement> {
  return taken(await createAnnouncement(system.door, officers[0], { id: randomUUID(), plan: { author, ...plan } }));
}

async function approved(announcement: string): Promise<void> {
  const { stage, version } = await drafted(announcement);
  const article = stage.step === 'draft' ? stage.article : '';
  const act = { id: randomUUID(), version, decision: { kind: 'approve', article } };
  taken(await actOnAnnouncement(system.door, officers[1], announcement, act));
}

async function step(announcement: string, wanted: Announcement['stage']['step']): Promise<Announcement> {
  return await within(`the announcement at ${wanted}`, async () => {
    const view = (await showAnnouncement(system.door, announcement))?.view;
    return view?.stage.step === wanted ? view : null;
  });
}

const drafted = (announcement: string) => step(announcement, 'draft');

test('a city that withdraws after the approval voids it: the article is composed anew, and approved anew', async () => {
  const leaving = townLike('Velmora', 'velmora');
  const staying = townLike('Äspholm', 'aspholm');
  const ids = [await becomesReady(system, leaving, officers), await becomesReady(system, staying, officers)];
  const inTwoDays = new Date(Date.parse(system.now()) + 2 * day).toISOString().slice(0, 16);
  const { announcement } = await composed({ cities: ['tr-velmora', 'tr-aspholm'], publishAt: `${inTwoDays}[UTC]` });
  await approved(announcement);
  expect((await showAnnouncement(system.door, announcement))?.article?.title).toBe('Velmora and Äspholm Join OASC');

  const visitor = await visit(system, leaving.main, 'status');
  taken(await actWithReason(system.door, visitor, 'withdraw', 'The council decided otherwise.', randomUUID()));
  const again = await drafted(announcement);
  expect(again.cases).toEqual([ids[1]]);
  const file = await showAnnouncement(system.door, announcement);
  expect([file?.article?.title, file?.article?.sections.length, file?.slug]).toEqual([
    'Äspholm Joins OASC',
    1,
    'aspholm-joins-oasc',
  ]);

  await approved(announcement);
  await system.skip(3 * day);
  const published = await step(announcement, 'published');
  expect(published.stage).toMatchObject({ newsletter: { recipients: 0, sent: 0, unknown: 0 } });
  await at(system, ids[1] ?? '', 'announced');
  await at(system, ids[0] ?? '', 'withdrawn');
  await recordHistories(system, 'one-leaves', {
    announcement: announcementAddress(announcement, 1),
    leaving: onboardingAddress(ids[0] ?? ''),
    staying: onboardingAddress(ids[1] ?? ''),
  });
});

test('a city is in one announcement at a time, and an announcement names only cities that are ready', async () => {
  const town = townLike('Porto Amaru', 'porto-amaru');
  await becomesReady(system, town, officers);
  const { announcement } = await composed({ cities: ['tr-porto-amaru'] });
  const second = await createAnnouncement(system.door, officers[0], {
    id: randomUUID(),
    plan: { author, cities: ['tr-porto-amaru', 'tr-nowhere'], slug: 'porto-amaru-joins-oasc' },
  });
  expect(refusedWith(second)).toEqual({
    code: 'invalid',
    problems: [
      { path: 'cities[0]', message: 'names tr-porto-amaru, which another announcement has taken in' },
      { path: 'cities[1]', message: 'names tr-nowhere, but nobody has applied for it' },
      { path: 'slug', message: 'is the address of another announcement already: choose another' },
    ],
  });
  const { version } = await drafted(announcement);
  const drop = { id: randomUUID(), version, decision: { kind: 'drop', reason: 'We wait for the summit.' } };
  taken(await actOnAnnouncement(system.door, officers[0], announcement, drop));
  const { stage } = await within('the city to be free again', async () => {
    const view = await at(system, 'tr-porto-amaru.1', 'announcement');
    return view.stage.stage === 'announcement' && view.stage.claim.kind === 'free' ? view : null;
  });
  expect(stage).toMatchObject({ claim: { kind: 'free' } });
});

test('who composes or edits does not approve, and an approval names the very text', async () => {
  await becomesReady(system, townLike('Kestrelford', 'kestrelford'), officers);
  const { announcement, version, stage } = await composed({ cities: ['tr-kestrelford'] });
  const article = stage.step === 'draft' ? stage.article : '';
  const own = { id: randomUUID(), version, decision: { kind: 'approve', article } };
  expect(refusedWith(await actOnAnnouncement(system.door, officers[0], announcement, own))).toEqual({
    code: 'own-work',
    rule: 'approver-composed',
  });
  const edit = {
    id: randomUUID(),
    version,
    decision: { kind: 'edit', plan: { author, cities: ['tr-kestrelford'], title: 'Kestrelford is in' } },
  };
  const edited = taken(await actOnAnnouncement(system.door, officers[1], announcement, edit));
  const other = { id: randomUUID(), version: edited.version, decision: { kind: 'approve', article } };
  const third = await staffMember(system, 'Chiara');
  expect(refusedWith(await actOnAnnouncement(system.door, third, announcement, other))).toMatchObject({
    code: 'other-text',
  });
  const mine = {
    id: randomUUID(),
    version: edited.version,
    decision: { kind: 'approve', article: edited.stage.step === 'draft' ? edited.stage.article : '' },
  };
  expect(refusedWith(await actOnAnnouncement(system.door, officers[1], announcement, mine))).toEqual({
    code: 'own-work',
    rule: 'approver-composed',
  });
  taken(await actOnAnnouncement(system.door, third, announcement, { ...mine, id: randomUUID() }));
  await step(announcement, 'published');
  await at(system, 'tr-kestrelford.1', 'announced');
});

test('an announcement that nobody approves is overdue, and goes on waiting', async () => {
  await becomesReady(system, townLike('Villanera', 'villanera'), officers);
  const { announcement } = await composed({ cities: ['tr-villanera'] });
  await system.skip(31 * day);
  const late = await drafted(announcement);
  expect(late.overdue).toBe(true);
  await approved(announcement);
  await step(announcement, 'published');
});

test('the mayor may ask for other words, and any other word asks the mayor again', async () => {
  const town = townLike('Waterlinde', 'waterlinde');
  const id = await becomesMember(system, town, officers);
  const office = await visit(system, town.office, 'statement');
  taken(await draftStatement(system.door, office, town.statement, randomUUID()));
  const mayor = await visit(system, town.mayor, 'words');
  const first = wordsOf(mayor.city);
  taken(await actWithReason(system.door, mayor, 'change-words', 'I would not say "put it up".', randomUUID()));
  await at(system, id, 'statement', 'draft');
  const other = structuredClone(town.statement);
  other.section.heading = 'Waterlinde: a comma more';
  taken(await draftStatement(system.door, await visit(system, town.office, 'statement'), other, randomUUID()));
  const again = await visit(system, town.mayor, 'words');
  const code = await codeFor(system, again, { purpose: 'words', sha256: wordsOf(again.city) });
  const old = await confirmWords(system.door, again, { code, sha256: first }, randomUUID());
  expect(refusedWith(old)).toMatchObject({ code: 'other-text' });
  taken(await confirmWords(system.door, again, { code, sha256: wordsOf(again.city) }, randomUUID()));
  taken(await decide(system, officers[1], id, { kind: 'return-words', reason: 'The tram line is not open yet.' }));
  await at(system, id, 'statement', 'draft');
  await recordHistories(system, 'words-changed', { onboarding: onboardingAddress(id) });
});

test('words may be waived with a reason: the city is announced without them; or the announcement is waived too', async () => {
  const silent = townLike('Higashinami', 'higashinami');
  const quiet = townLike('Monte Azzurro', 'monte-azzurro');
  const first = await becomesMember(system, silent, officers);
  const office = await visit(system, silent.office, 'statement');
  taken(
    await actWithReason(
      system.door,
      office,
      'waive-statement',
      'Our mayor gives no quotes before the election.',
      randomUUID(),
    ),
  );
  await at(system, first, 'announcement');
  const { announcement } = await composed({ cities: ['tr-higashinami'] });
  const file = await showAnnouncement(system.door, announcement);
  expect(file?.article?.sections).toEqual([
    {
      city: 'tr-higashinami',
      heading: null,
      blocks: [{ paragraph: ['Higashinami in Türkiye has signed the Letter of Intent of the network.'] }],
    },
  ]);
  await approved(announcement);
  await at(system, first, 'announced');

  const second = await becomesMember(system, quiet, officers);
  await system.skip(15 * day);
  expect((await at(system, second, 'statement')).overdue).toBe(true);
  taken(await decide(system, officers[0], second, { kind: 'waive-statement', reason: 'No answer after three calls.' }));
  await at(system, second, 'announcement');
  taken(
    await decide(system, officers[0], second, {
      kind: 'waive-announcement',
      reason: 'The city prefers to stay quiet.',
    }),
  );
  const waived = await at(system, second, 'waived');
  expect(waived.stage).toMatchObject({ stage: 'waived', words: null });
  await recordHistories(system, 'waived', { onboarding: onboardingAddress(second) });
});
