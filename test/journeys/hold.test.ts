import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import { applied, at, decide, refusedWith, signed, staffMember, taken } from '../support/acting.ts';
import { recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: StaffMember;
const day = 86_400_000;

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada');
});
afterAll(async () => await system.stop());

async function accepted(name: string, slug: string) {
  const town = townLike(name, slug);
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  await system.catcher.waitFor(({ to }) => to === town.mayor, 15_000);
  return { town, id };
}

function inDays(days: number): string {
  return `${new Date(Date.parse(system.now()) + days * day).toISOString().slice(0, 16)}[UTC]`;
}

test('a letter on hold is not reminded of and does not lapse; when the day comes it goes on with the days it had left', async () => {
  const { town, id } = await accepted('Monte Azzurro', 'monte-azzurro');
  const before = await at(system, id, 'letter', 'sign');
  const left = Date.parse(before.due?.at ?? '') - Date.parse(system.now());
  const reason = 'The election is on 6 June; we ask again afterwards.';
  taken(await decide(system, ada, id, { kind: 'hold', reason, until: inDays(90) }));
  const mail = await system.catcher.waitFor(
    ({ to, subject }) => to === town.main && subject.includes('on hold'),
    15_000,
  );
  expect(mail.text).toContain(reason);

  await system.skip(60 * day);
  const still = await at(system, id, 'letter', 'sign');
  expect(still.acts.map(({ kind }) => kind)).toEqual(['applied', 'accept', 'letter-issued', 'hold']);
  expect([still.due, still.overdue]).toEqual([undefined, false]);
  expect(refusedWith(await decide(system, ada, id, { kind: 'wait', reason: 'More time.', until: inDays(9) }))).toEqual({
    code: 'on-hold',
    until: still.onHold?.until,
  });

  await system.skip(31 * day);
  await system.catcher.waitFor(({ to, subject }) => to === town.main && subject.includes('we go on'), 15_000);
  const on = await at(system, id, 'letter', 'sign');
  expect(on.acts.at(-1)?.kind).toBe('resumed');
  const leftNow = Date.parse(on.due?.at ?? '') - Date.parse(on.acts.at(-1)?.at ?? '');
  expect([leftNow >= left, leftNow - left < day]).toEqual([true, true]);
  await system.skip(31 * day);
  const resting = await at(system, id, 'lapsed');
  const told = ['resumed', 'reminded', 'reminded', 'reminded', 'warned', 'lapsed'];
  expect(resting.acts.map(({ kind }) => kind).slice(-6)).toEqual(told);
  await recordHistories(system, 'on-hold-until-a-day', { onboarding: onboardingAddress(id) });
});

test('what the city does on hold is taken; staff decide when somebody has resumed it', async () => {
  const { town, id } = await accepted('Lindenmark', 'lindenmark');
  taken(await decide(system, ada, id, { kind: 'hold', reason: 'A question of law is open.', until: inDays(30) }));
  await signed(system, town);
  const waiting = await at(system, id, 'letter', 'verify');
  expect(waiting.onHold?.until.zone).toBe('UTC');
  await system.skip(20 * day);
  expect((await at(system, id, 'letter', 'verify')).overdue).toBe(false);

  taken(await decide(system, ada, id, { kind: 'resume', reason: 'The question is answered.' }));
  await system.catcher.waitFor(({ to, subject }) => to === town.main && subject.includes('we go on'), 15_000);
  const on = await at(system, id, 'letter', 'verify');
  expect(refusedWith(await decide(system, ada, id, { kind: 'resume' }))).toEqual({ code: 'not-on-hold' });
  const days = (Date.parse(on.due?.at ?? '') - Date.parse(system.now())) / day;
  expect([days > 4, days < 7]).toEqual([true, true]);
  await recordHistories(system, 'on-hold-and-resumed', { onboarding: onboardingAddress(id) });
});
