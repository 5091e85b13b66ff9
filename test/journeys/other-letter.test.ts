import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import {
  applied,
  at,
  decide,
  letterOf,
  refusedWith,
  signatureOf,
  signed,
  staffMember,
  taken,
  visit,
} from '../support/acting.ts';
import { recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: StaffMember;
let bram: StaffMember;
const day = 86_400_000;

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada');
  bram = await staffMember(system, 'Bram');
});
afterAll(async () => await system.stop());

async function accepted(name: string, slug: string): Promise<{ town: Town; id: string }> {
  const town = townLike(name, slug);
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  return { town, id };
}

function inDays(days: number): string {
  return `${new Date(Date.parse(system.now()) + days * day).toISOString().slice(0, 16)}[UTC]`;
}

test('a letter that was signed is replaced: the new one is another text, and is signed and countersigned by itself', async () => {
  const { town, id } = await accepted('Velmora', 'velmora');
  const first = letterOf((await visit(system, town.mayor, 'letter')).city);
  await signed(system, town);
  await at(system, id, 'letter', 'verify');
  const reason = 'The new wording names the region as well.';
  taken(await decide(system, ada, id, { kind: 'reissue-letter', reason }));
  const mail = await system.catcher.waitFor(
    ({ to, subject }) => to === town.mayor && subject.includes('a new letter to sign'),
    15_000,
  );
  expect(mail.text).toContain(reason);

  const waiting = await at(system, id, 'letter', 'sign');
  expect(waiting.stage).toMatchObject({ letter: { number: 2 }, signatories: [{}] });
  expect(signatureOf(waiting.stage)).toBe('');
  expect(letterOf(waiting)).not.toBe(first);
  await signed(system, town);
  const { stage } = await at(system, id, 'letter', 'verify');
  expect(refusedWith(await decide(system, ada, id, { kind: 'verify', sha256: first }))).toMatchObject({
    code: 'other-text',
  });
  taken(await decide(system, ada, id, { kind: 'verify', sha256: signatureOf(stage) }));
  taken(await decide(system, bram, id, { kind: 'countersign' }));
  expect((await at(system, id, 'statement', 'draft')).stage).toMatchObject({ member: { letter: { number: 2 } } });
  await recordHistories(system, 'letter-reissued', { onboarding: onboardingAddress(id) });
});

test('a void letter cannot be signed; its signatory hears why, and staff issue another when it is ready', async () => {
  const { town, id } = await accepted('Lindenmark', 'lindenmark');
  const reason = 'The council has to decide first.';
  taken(await decide(system, ada, id, { kind: 'void-letter', reason }));
  const mail = await system.catcher.waitFor(({ to, subject }) => to === town.mayor && subject.includes('void'), 15_000);
  expect(mail.text).toContain(reason);
  expect(refusedWith(await decide(system, ada, id, { kind: 'void-letter', reason }))).toEqual({
    code: 'wrong-stage',
    stage: 'letter',
    step: 'void',
  });
  const { token } = await visit(system, town.mayor, 'letter');
  const page = await (await fetch(`${system.address}/join/${token}`)).text();
  expect(page).toContain('The letter that we sent counts no more');
  expect((await fetch(`${system.address}/join/${token}/letter.pdf`)).status).toBe(404);

  taken(await decide(system, ada, id, { kind: 'issue-letter' }));
  await at(system, id, 'letter', 'sign');
  await signed(system, town);
  await at(system, id, 'letter', 'verify');
  await recordHistories(system, 'letter-void', { onboarding: onboardingAddress(id) });
});

test('more time moves the last day and the reminders with it, and opens a letter that rests', async () => {
  const { town, id } = await accepted('Kestrelford', 'kestrelford');
  await system.skip(10 * day);
  taken(await decide(system, ada, id, { kind: 'extend', reason: 'The council meets late.', until: inDays(40) }));
  await system.catcher.waitFor(({ to, subject }) => to === town.mayor && subject.includes('more time'), 15_000);
  await system.skip(15 * day);
  const later = await at(system, id, 'letter', 'sign');
  // Reminded once before; the second comes 16 days before the new last day, the third 5 days before it.
  expect(later.acts.map(({ kind }) => kind).slice(2)).toEqual(['letter-issued', 'reminded', 'extend']);
  await system.skip(26 * day);
  const resting = await at(system, id, 'lapsed');
  expect(resting.acts.map(({ kind }) => kind).slice(-4)).toEqual(['reminded', 'reminded', 'warned', 'lapsed']);

  taken(await decide(system, ada, id, { kind: 'extend', reason: 'They need a week.', until: inDays(7) }));
  const open = await at(system, id, 'letter', 'sign');
  expect([open.due?.zone, open.overdue]).toEqual(['UTC', false]);
  await signed(system, town);
  await at(system, id, 'letter', 'verify');
  await recordHistories(system, 'letter-extended', { onboarding: onboardingAddress(id) });
});
