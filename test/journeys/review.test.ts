import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import { apply } from '../../service/apply.ts';
import { declareApart } from '../../service/casework/duplicates.ts';
import { actWithReason, answerReview } from '../../service/city-acts.ts';
import { listOnboardings, showOnboarding } from '../../service/questions.ts';
import { actAsStaff } from '../../service/staff-acts.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import { applied, at, decide, refusedWith, staffMember, taken, visit } from '../support/acting.ts';
import { everyHistory, recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: StaffMember;
const day = 86_400_000;

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada');
});
afterAll(async () => await system.stop());

test('an application that comes back is answered, and staff read it again with the reason kept', async () => {
  const town = townLike('Velmora', 'velmora');
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'return', reason: 'Name the register that the figure comes from.' }));
  const mail = await system.catcher.waitFor(
    ({ to, subject }) => to === town.main && subject.includes('change'),
    15_000,
  );
  expect(mail.text).toContain('Name the register that the figure comes from.');

  const visitor = await visit(system, town.main, 'status');
  const better = structuredClone(town.application);
  better.authority.population.source = 'National register (sample)';
  const after = taken(await answerReview(system.door, visitor, better, randomUUID()));
  expect(after.stage).toMatchObject({ stage: 'review', waitsFor: 'staff', round: 2 });
  const file = await showOnboarding(system.door, id);
  expect(file?.application.authority.population.source).toBe('National register (sample)');

  taken(await decide(system, ada, id, { kind: 'reject', reason: 'A sample cannot join.' }));
  await at(system, id, 'rejected');
  await system.catcher.waitFor(({ to, text }) => to === town.main && text.includes('A sample cannot join.'), 15_000);
  await recordHistories(system, 'returned-then-rejected', { onboarding: onboardingAddress(id) });
});

test('after a rejection a city may apply again: a new case, and the first one stays as it was', async () => {
  const town = townLike('Lindenmark', 'lindenmark');
  const first = await applied(system, town);
  taken(await decide(system, ada, first, { kind: 'reject', reason: 'Come back after the council has met.' }));
  const second = await applied(system, town);
  expect([first, second]).toEqual(['tr-lindenmark.1', 'tr-lindenmark.2']);
  const file = await showOnboarding(system.door, second);
  expect(file?.earlier.map((one) => [one.case, one.stage])).toEqual([[first, 'rejected']]);
  expect(file?.duplicates).toEqual([]);
});

test('a form that is sent twice is one application, with the first answer', async () => {
  const town = townLike('Äspholm', 'aspholm');
  const form = randomUUID();
  const [one, other] = await Promise.all([
    apply(system.door, town.application, form),
    apply(system.door, town.application, form),
  ]);
  expect(taken(other)).toEqual(taken(one));
  const cases = (await listOnboardings(system.door)).filter(({ city }) => city === 'tr-aspholm');
  expect(cases.map(({ id }) => id)).toEqual(['tr-aspholm.1']);
});

test('a city that does not answer is reminded twice, then rests; reopened, it goes on where it stopped', async () => {
  const town = townLike('Kestrelford', 'kestrelford');
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'return', reason: 'Which council decided?' }));
  await system.catcher.waitFor(({ to, subject }) => to === town.main && subject.includes('change'), 15_000);
  await system.skip(15 * day);
  const resting = await at(system, id, 'lapsed');
  expect(resting.acts.map(({ kind }) => kind)).toEqual(['applied', 'return', 'reminded', 'reminded', 'lapsed']);

  const visitor = await visit(system, town.main, 'status');
  expect(refusedWith(await answerReview(system.door, visitor, town.application, randomUUID()))).toEqual({
    code: 'wrong-stage',
    stage: 'lapsed',
  });
  taken(await decide(system, ada, id, { kind: 'reopen', reason: 'They asked for more time by telephone.' }));
  const back = await at(system, id, 'review');
  expect(back.stage).toMatchObject({ stage: 'review', waitsFor: 'city', round: 1 });
  taken(await answerReview(system.door, await visit(system, town.main, 'status'), town.application, randomUUID()));
  await at(system, id, 'review');
  await recordHistories(system, 'lapsed-and-reopened', { onboarding: onboardingAddress(id) });
});

test('staff who are late do not make a case lapse: it is overdue, and a person may choose to wait', async () => {
  const id = await applied(system, townLike('Porto Amaru', 'porto-amaru'));
  await at(system, id, 'review');
  await system.skip(8 * day);
  const late = await at(system, id, 'review');
  expect({ overdue: late.overdue, stage: late.stage.stage }).toEqual({ overdue: true, stage: 'review' });
  const inTenDays = new Date(Date.parse(system.now()) + 10 * day).toISOString().slice(0, 16);
  taken(
    await decide(system, ada, id, { kind: 'wait', reason: 'The reviewer is on leave.', until: `${inTenDays}[UTC]` }),
  );
  const waiting = await at(system, id, 'review');
  expect({ overdue: waiting.overdue, due: waiting.due?.zone }).toEqual({ overdue: false, due: 'UTC' });
});

test('a city may withdraw at any time before it is announced, and an act afterwards is told that the case has ended', async () => {
  const town = townLike('Waterlinde', 'waterlinde');
  const id = await applied(system, town);
  const visitor = await visit(system, town.main, 'status');
  taken(await actWithReason(system.door, visitor, 'withdraw', 'The council decided otherwise.', randomUUID()));
  await at(system, id, 'withdrawn');
  await system.catcher.waitFor(({ to, subject }) => to === town.main && subject.includes('withdrawal'), 15_000);
  expect(refusedWith(await decide(system, ada, id, { kind: 'accept' }))).toEqual({ code: 'ended', stage: 'withdrawn' });
  await recordHistories(system, 'withdrawn', { onboarding: onboardingAddress(id) });
});

test('a decision on an old version is refused, and changes nothing', async () => {
  const id = await applied(system, townLike('Villanera', 'villanera'));
  taken(await decide(system, ada, id, { kind: 'return', reason: 'Say more about the data.' }));
  const stale = { id: randomUUID(), version: 1, decision: { kind: 'reject', reason: 'Too late.' } };
  expect(refusedWith(await actAsStaff(system.door, ada, id, stale))).toMatchObject({ code: 'stale' });
  expect((await at(system, id, 'review')).stage).toMatchObject({ waitsFor: 'city' });
});

test('one city has one accepted case at most; a second application is shown as a possible duplicate', async () => {
  const town = townLike('Monte Azzurro', 'monte-azzurro');
  const first = await applied(system, town);
  const second = await applied(system, town);
  expect(refusedWith(await decide(system, ada, first, { kind: 'accept' }))).toEqual({
    code: 'duplicate-open',
    cases: [second],
  });
  const apart = { id: randomUUID(), other: second, reason: 'The town, and the region around it.' };
  taken(await declareApart(system.door, ada, first, apart));
  taken(await decide(system, ada, first, { kind: 'accept' }));
  await at(system, first, 'letter', 'sign');
  expect(refusedWith(await decide(system, ada, second, { kind: 'accept' }))).toEqual({ code: 'another-accepted' });
  expect((await showOnboarding(system.door, second))?.duplicates).toMatchObject([{ case: first, state: 'kept-apart' }]);
});

test('no reason that anybody gave in these cases is in what Temporal keeps', async () => {
  const kept = await everyHistory(system);
  const reasons = [
    'Name the register',
    'A sample cannot join',
    'council has met',
    'Which council decided',
    'asked for more time',
    'on leave',
    'council decided otherwise',
    'Say more about',
  ];
  expect(reasons.filter((reason) => kept.includes(reason))).toEqual([]);
  expect(kept.includes('tr-velmora.1/reason/')).toBe(true);
});
