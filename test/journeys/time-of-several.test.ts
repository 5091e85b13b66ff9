import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import { openLink } from '../../service/invitations.ts';
import { letterForCity } from '../../service/letter/letter-for-city.ts';
import { setSignatories } from '../../service/letter/several-signatories.ts';
import { nameSignatory } from '../../service/letter/signatories.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import { applied, at, decide, refusedWith, signed, staffMember, taken, visit } from '../support/acting.ts';
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

/** A town whose letter the mayor and the speaker of its council sign, side by side. */
async function sideBySide(name: string, slug: string) {
  const town = townLike(name, slug);
  const speaker = `speaker@${slug}.example`;
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  const person = (await visit(system, town.mayor, 'letter')).person.id;
  const title = 'Speaker of the Council';
  const signatories = [
    { person, order: 1 },
    { name: 'Selin Aydoğan', title, email: speaker, capacity: 'office-holder', order: 1 },
  ];
  const main = await visit(system, town.main, 'status');
  taken(await setSignatories(system.door, main, { signatories }, randomUUID()));
  await visit(system, speaker, 'letter');
  return { town, speaker, id, title };
}

/** What each address got, in its order, without the day that the subject names. */
async function got(address: string, name: string): Promise<string[]> {
  return (await system.catcher.mails()).flatMap(({ to, subject }) =>
    to === address
      ? [
          subject
            .replace(name, '')
            .replace(/(,? (by|until|after) .*)$/, '')
            .replace(/^[:, ]+/, ''),
        ]
      : [],
  );
}

function kinds({ acts }: Awaited<ReturnType<typeof at>>): string[] {
  return acts.map(({ kind }) => kind);
}

function inDays(days: number): string {
  return `${new Date(Date.parse(system.now()) + days * day).toISOString().slice(0, 16)}[UTC]`;
}

test('each of two is reminded on days of their own; a hand-over beside the other neither restarts nor repeats anything, and who has signed hears nothing more', async () => {
  const { town, speaker, id, title } = await sideBySide('Akpınar', 'akpinar');
  await system.skip(10 * day);
  const deputy = 'deputy@akpinar.example';
  const other = { name: 'Umut Sezer', title, email: deputy, why: 'successor' };
  taken(await nameSignatory(system.door, await visit(system, speaker, 'letter'), other, null, randomUUID()));
  await visit(system, deputy, 'letter');
  await system.skip(5 * day);
  await signed(system, town);
  await system.skip(40 * day);
  await at(system, id, 'lapsed');
  const asked = ['read and sign the letter', 'reminder: sign the letter'];
  expect(await got(town.mayor, 'Akpınar')).toEqual([
    ...asked,
    'reminder: sign the letter',
    'your code to sign the letter',
  ]);
  expect(await got(speaker, 'Akpınar')).toEqual(asked);
  expect(await got(deputy, 'Akpınar')).toEqual([
    ...asked,
    'reminder: sign the letter',
    'reminder: sign the letter',
    'the letter rests',
  ]);
  expect((await got(town.main, 'Akpınar')).slice(-2)).toEqual(['still to be signed', 'the letter rests']);
  await recordHistories(system, 'handed-over-beside-another', { onboarding: onboardingAddress(id) });
});

test('more time for a letter that had lapsed tells each of those who have not signed, and the main contact, once', async () => {
  const { town, speaker, id } = await sideBySide('Ortakent', 'ortakent');
  await signed(system, town);
  await system.skip(32 * day);
  await at(system, id, 'lapsed');
  const before = { mayor: await got(town.mayor, 'Ortakent'), speaker: await got(speaker, 'Ortakent') };
  taken(await decide(system, ada, id, { kind: 'extend', reason: 'The council was dissolved.', until: inDays(12) }));
  await at(system, id, 'letter', 'sign');
  const open = 'more time for the letter';
  await system.catcher.waitFor(({ to, subject }) => to === town.main && subject.includes(open), 15_000);
  expect(await got(town.mayor, 'Ortakent')).toEqual(before.mayor);
  expect(await got(speaker, 'Ortakent')).toEqual([...before.speaker, 'read and sign the letter']);

  taken(await decide(system, ada, id, { kind: 'extend', reason: 'They need a week more.', until: inDays(19) }));
  await system.catcher.waitFor(({ to, subject }) => to === speaker && subject.includes(open), 15_000);
  await system.skip(20 * day);
  const lapsed = await at(system, id, 'lapsed');
  expect(kinds(lapsed).slice(-5)).toEqual(['extend', 'extend', 'reminded', 'warned', 'lapsed']);
  expect((await got(speaker, 'Ortakent')).filter((subject) => subject === open)).toEqual([open]);
  expect((await got(town.main, 'Ortakent')).filter((subject) => subject === open)).toEqual([open, open]);
  await recordHistories(system, 'lapsed-and-more-time-for-one-of-two', { onboarding: onboardingAddress(id) });
});

test('a letter that lapsed is sent again with a later day: it stands open, the old link ends, and everybody who has still to sign hears once', async () => {
  const { town, speaker, id } = await sideBySide('Gümüşova', 'gumusova');
  const old = await visit(system, speaker, 'letter');
  await system.skip(32 * day);
  const { version } = await at(system, id, 'lapsed');
  const counts = async () => [(await got(town.mayor, '')).length, (await got(speaker, '')).length];
  const [mayors = 0, speakers = 0] = await counts();
  const without = { kind: 'resend', signatory: old.person.id };
  const act = randomUUID();
  expect(refusedWith(await letterForCity(system.door, ada, id, { id: act, version, decision: without }, null))).toEqual(
    {
      code: 'wrong-stage',
      stage: 'lapsed',
    },
  );
  const decision = { ...without, until: inDays(14) };
  taken(await letterForCity(system.door, ada, id, { id: act, version, decision }, null));
  const open = await at(system, id, 'letter', 'sign');
  expect([open.due?.zone, open.overdue]).toEqual(['UTC', false]);
  await system.catcher.waitFor(({ to, subject }) => to === town.main && subject.includes('more time'), 15_000);
  expect(await counts()).toEqual([mayors + 1, speakers + 1]);
  expect(refusedWith(await openLink(system.door, old.token))).toMatchObject({ code: 'link-ended' });

  const before = open.version;
  const again = { id: randomUUID(), version: before, decision: { ...without, until: inDays(20) } };
  taken(await letterForCity(system.door, ada, id, again, null));
  await system.catcher.waitFor(({ to, subject }) => to === town.mayor && subject.includes('more time'), 15_000);
  await visit(system, speaker, 'letter');
  expect(await counts()).toEqual([mayors + 2, speakers + 2]);
  await recordHistories(system, 'sent-again-after-it-lapsed', { onboarding: onboardingAddress(id) });
});
