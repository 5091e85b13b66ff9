import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { within } from '../../cli/demo/inbox.ts';
import type { StaffMember } from '../../records/staff.ts';
import { actOnAnnouncement } from '../../service/announcement-acts.ts';
import { createAnnouncement } from '../../service/announcement-creation.ts';
import { showAnnouncement } from '../../service/announcement-questions.ts';
import { apply } from '../../service/apply.ts';
import { actWithReason } from '../../service/city-acts.ts';
import { signLetter } from '../../service/letter/signing.ts';
import {
  applied,
  at,
  becomesMember,
  becomesReady,
  decide,
  letterOf,
  refusedWith,
  signed,
  signing,
  staffMember,
  taken,
  visit,
} from '../support/acting.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let officers: [StaffMember, StaffMember];
const day = 86_400_000;

beforeAll(async () => {
  system = await startTestSystem();
  officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
});
afterAll(async () => await system.stop());

const inTenDays = () => `${new Date(Date.parse(system.now()) + 10 * day).toISOString().slice(0, 16)}[UTC]`;
const ada = () => officers[0];

/** Carries a town to a place, and answers with its case. */
const places: Record<string, (town: Town) => Promise<string>> = {
  'in review': (town) => applied(system, town),
  'asked for changes': async (town) => {
    const id = await applied(system, town);
    taken(await decide(system, ada(), id, { kind: 'return', reason: 'Which council?' }));
    return id;
  },
  'with an acceptance that is not told yet': async (town) => {
    const id = await applied(system, town);
    taken(await decide(system, ada(), id, { kind: 'accept', tell: 'when-released' }));
    return id;
  },
  'asked to sign': inSigning,
  'with a letter that is signed': async (town) => {
    const id = await inSigning(town);
    await signed(system, town);
    await at(system, id, 'letter', 'verify');
    return id;
  },
  'with a void letter': async (town) => {
    const id = await inSigning(town);
    taken(await decide(system, ada(), id, { kind: 'void-letter', reason: 'A wrong name.' }));
    return id;
  },
  'on hold': async (town) => {
    const id = await inSigning(town);
    taken(await decide(system, ada(), id, { kind: 'hold', reason: 'An election.', until: inTenDays() }));
    return id;
  },
  'at rest, because the letter was declined': async (town) => {
    const id = await inSigning(town);
    const mayor = await visit(system, town.mayor, 'letter');
    taken(await actWithReason(system.door, mayor, 'decline', 'Not now.', randomUUID()));
    await at(system, id, 'declined');
    return id;
  },
  'a member that gives its words': (town) => becomesMember(system, town, officers),
  'ready to be announced': (town) => becomesReady(system, town, officers),
};

async function inSigning(town: Town): Promise<string> {
  const id = await applied(system, town);
  taken(await decide(system, ada(), id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  return id;
}

test('a city may withdraw wherever it stands: one mail says so, nothing follows, and it may apply again', async () => {
  const towns: { town: Town; id: string }[] = [];
  for (const [index, [place, carry]] of Object.entries(places).entries()) {
    const town = townLike(`Wend${'abcdefghijklm'[index]}`, `wend${'abcdefghijklm'[index]}`);
    const id = await carry(town);
    const visitor = await visit(system, town.main, 'status');
    const answer = await actWithReason(system.door, visitor, 'withdraw', `We were ${place}.`, randomUUID());
    expect([place, taken(answer).stage.stage]).toEqual([place, 'withdrawn']);
    towns.push({ town, id });
  }
  for (const { town, id } of towns) {
    await at(system, id, 'withdrawn');
    await system.catcher.waitFor(({ to, subject }) => to === town.main && subject.includes('withdrawal'), 15_000);
  }
  const before = (await system.catcher.mails()).length;
  await system.skip(60 * day);
  expect((await system.catcher.mails()).length).toBe(before);
  for (const { town, id } of towns) {
    const again = taken(await apply(system.door, town.application, randomUUID()));
    expect([id, again.case]).toEqual([`${town.city}.1`, `${town.city}.2`]);
    taken(await decide(system, ada(), again.case, { kind: 'accept' }));
  }
});

test('staff withdraw for a city that has called; the mayor’s link still opens, and signs nothing', async () => {
  const town = townLike('Kestrelford', 'kestrelford');
  const id = await inSigning(town);
  const mayor = await visit(system, town.mayor, 'letter');
  const withdraw = { kind: 'withdraw', reason: 'The mayor called.', evidence: 'call' } as const;
  expect(taken(await decide(system, ada(), id, withdraw)).acts.at(-1)).toMatchObject({
    kind: 'withdraw',
    actor: ada().id,
    evidence: 'call',
  });
  const page = await fetch(`${system.address}/join/${mayor.token}`);
  expect([page.status, (await page.text()).includes('The application was withdrawn')]).toEqual([200, true]);
  const from = { address: '127.0.0.1', browser: 'test' };
  const form = signing(town, '123456', letterOf(mayor.city));
  const late = await signLetter(system.door, await visit(system, town.mayor, 'letter'), form, from, randomUUID());
  expect(refusedWith(late)).toEqual({ code: 'ended', stage: 'withdrawn' });
});

test('out of a cohort of three, headline and count follow each city that leaves, and the rest is announced', async () => {
  const [first, second, third] = [
    townLike('Velmora', 'velmora'),
    townLike('Äspholm', 'aspholm'),
    townLike('Tazirt', 'tazirt'),
  ];
  for (const town of [first, second, third]) await becomesReady(system, town, officers);
  const plan = { author: { name: 'Ada Lindqvist (sample)' }, cities: [first.city, second.city, third.city] };
  const { announcement } = taken(await createAnnouncement(system.door, ada(), { id: randomUUID(), plan }));
  const told = async () => {
    const article = (await showAnnouncement(system.door, announcement))?.article;
    return [article?.title, /\b\w+ new members?/.exec(article?.lead ?? '')?.[0], article?.sections.length];
  };
  const cities = async (count: number) =>
    await within(`${count} cities in a draft`, async () => {
      const view = (await showAnnouncement(system.door, announcement))?.view;
      return view?.stage.step === 'draft' && view.cases.length === count ? view : null;
    });
  expect(await told()).toEqual(['Velmora, Äspholm, and Tazirt Join OASC', 'three new members', 3]);

  const visitor = await visit(system, second.main, 'status');
  taken(await actWithReason(system.door, visitor, 'withdraw', 'Not this year.', randomUUID()));
  await cities(2);
  expect(await told()).toEqual(['Velmora and Tazirt Join OASC', 'two new members', 2]);

  taken(await decide(system, ada(), 'tr-velmora.1', { kind: 'withdraw', reason: 'They wrote.', evidence: 'mail' }));
  const { version, stage } = await cities(1);
  expect(await told()).toEqual(['Tazirt Joins OASC', 'a new member', 1]);
  const article = stage.step === 'draft' ? stage.article : '';
  const approval = { id: randomUUID(), version, decision: { kind: 'approve', article } };
  taken(await actOnAnnouncement(system.door, officers[1], announcement, approval));
  await at(system, 'tr-tazirt.1', 'announced');
  const members = await (await fetch(`${system.address}/members/`)).text();
  expect([first, second, third].map(({ application }) => members.includes(application.authority.name))).toEqual([
    false,
    false,
    true,
  ]);
});
