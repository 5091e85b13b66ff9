import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPage } from '../../cli/demo/browser.ts';
import type { StaffMember } from '../../records/staff.ts';
import { showOnboarding } from '../../service/case-file.ts';
import { merge } from '../../service/casework/duplicates.ts';
import { answerReview } from '../../service/city-acts.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import { applied, at, decide, refusedWith, staffMember, taken, visit } from '../support/acting.ts';
import { everyHistory, recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: StaffMember;

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada Lindqvist');
});
afterAll(async () => await system.stop());

test('an application that came twice is merged: one goes on, the other is closed, and its people are told kindly', async () => {
  const town = townLike('Fjordhavn', 'fjordhavn');
  const [first, second] = [await applied(system, town), await applied(system, town)];
  expect((await showOnboarding(system.door, first))?.duplicates).toMatchObject([
    { case: second, reasons: ['same-id', 'same-name', 'same-website'], state: 'open' },
  ]);
  const reason = 'Sent twice within a minute by the same office.';
  const merging = { id: randomUUID(), into: first, reason };
  expect(refusedWith(await merge(system.door, ada, second, { ...merging, into: second }))).toMatchObject({
    code: 'invalid',
    problems: [{ path: 'into' }],
  });
  const merged = taken(await merge(system.door, ada, second, merging));
  expect(merged.stage).toEqual({ stage: 'superseded', into: first });
  expect(taken(await merge(system.door, ada, second, merging)).stage).toEqual(merged.stage);
  const mail = await system.catcher.waitFor(
    ({ to, subject }) => to === town.main && subject.includes('instead of two'),
    15_000,
  );
  const file = await showOnboarding(system.door, first);
  expect(mail.text).toContain(file?.summary.reference);
  const link = /https?:\/\/\S+\/join\/\S+/.exec(mail.text)?.[0] ?? '';
  const page = await openPage(link);
  expect([page.text.includes('goes on under another reference'), [...page.forms.keys()]]).toEqual([true, []]);

  expect(file?.duplicates).toMatchObject([{ case: second, state: 'merged' }]);
  taken(await decide(system, ada, first, { kind: 'accept' }));
  await at(system, first, 'letter', 'sign');
  expect((await everyHistory(system)).includes(reason)).toEqual(false);
  await recordHistories(system, 'superseded', { onboarding: onboardingAddress(second) });
});

test('what needs attention is accepted with a reason or not at all, and each round shows what has changed', async () => {
  const town = townLike('Brimnes', 'brimnes');
  town.application.authority.kind = 'joint';
  const id = await applied(system, town);
  expect(refusedWith(await decide(system, ada, id, { kind: 'accept' }))).toEqual({
    code: 'reason-needed',
    checks: ['body'],
  });

  taken(await decide(system, ada, id, { kind: 'return', reason: 'Name the newer figure.' }));
  const visitor = await visit(system, town.main, 'status');
  const better = structuredClone(town.application);
  better.authority.population.value = 84_500;
  taken(await answerReview(system.door, visitor, better, randomUUID()));
  const file = await showOnboarding(system.door, id);
  expect(file?.rounds.map(({ round, changes }) => [round, changes])).toEqual([
    [1, []],
    [2, [{ path: 'authority.population.value', before: 84_000, after: 84_500 }]],
  ]);
  const because = 'Both councils have decided that the larger town becomes the member.';
  taken(await decide(system, ada, id, { kind: 'accept', reason: because }));
  const accepted = await at(system, id, 'letter', 'sign');
  const act = accepted.acts.find(({ kind }) => kind === 'accept');
  expect((await showOnboarding(system.door, id))?.papers[act?.id ?? '']).toEqual({ reason: because });
  expect((await everyHistory(system)).includes(because)).toEqual(false);
});
