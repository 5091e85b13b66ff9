import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { papersOf } from '../../records/papers.ts';
import type { StaffMember } from '../../records/staff.ts';
import { actWithReason } from '../../service/city-acts.ts';
import { openLink } from '../../service/invitations.ts';
import { setSignatories } from '../../service/letter/several-signatories.ts';
import { nameSignatory } from '../../service/letter/signatories.ts';
import { signLetter } from '../../service/letter/signing.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import {
  applied,
  at,
  codeFor,
  decide,
  letterOf,
  refusedWith,
  settleAll,
  signatureOf,
  signed,
  signing,
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
const from = { address: '127.0.0.1', browser: 'test' };
const reason = 'The council asked for another wording.';

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada');
  bram = await staffMember(system, 'Bram');
});
afterAll(async () => await system.stop());

type Speaker = { name: string; title: string; email: string; capacity: 'office-holder' };

/** A town whose letter the mayor and the speaker of its council sign. */
async function withTwo(name: string, slug: string, orders: { mayor: number; speaker: number }) {
  const town = townLike(name, slug);
  const speaker: Speaker = {
    name: 'Selin Aydoğan',
    title: 'Speaker of the Council',
    email: `speaker@${slug}.example`,
    capacity: 'office-holder',
  };
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  const mayor = (await visit(system, town.mayor, 'letter')).person.id;
  const main = await visit(system, town.main, 'status');
  const signatories = [
    { person: mayor, order: orders.mayor },
    { ...speaker, order: orders.speaker },
  ];
  const set = taken(await setSignatories(system.door, main, { signatories }, randomUUID()));
  const persons = set.stage.stage === 'letter' ? set.stage.signatories.map(({ person }) => person) : [];
  return { town, speaker, id, mayor, persons };
}

/** Signs in the portal as somebody who is not the mayor of the application. */
async function signedBy(town: Town, who: Omit<Speaker, 'capacity'>): Promise<void> {
  const visitor = await visit(system, who.email, 'letter');
  const sha256 = letterOf(visitor.city);
  const code = await codeFor(system, visitor, { purpose: 'letter', sha256 });
  const signatory = { name: who.name, title: who.title, capacity: 'office-holder' as const };
  const form = { ...signing(town, code, sha256), signatory, typedName: who.name };
  taken(await signLetter(system.door, visitor, form, from, randomUUID()));
}

async function mailsTo(address: string): Promise<string[]> {
  return (await system.catcher.mails()).flatMap(({ to, subject }) => (to === address ? [subject] : []));
}

function whoHasSigned({ stage }: Awaited<ReturnType<typeof at>>): boolean[] {
  return stage.stage === 'letter' ? stage.signatories.map(({ signature }) => signature !== undefined) : [];
}

test('two sign one after the other; after an election the new mayor signs in place of the old, and both names stay in the papers', async () => {
  const { town, speaker, id } = await withTwo('Karacaören', 'karacaoren', { mayor: 1, speaker: 2 });
  await system.skip(12 * day);
  expect(await mailsTo(speaker.email)).toEqual([]);

  const old = await visit(system, town.mayor, 'letter');
  const next = { name: 'Defne Korkmaz', title: 'Mayor', email: 'new-mayor@karacaoren.example' };
  const term = { termStart: system.now().slice(0, 10) };
  taken(await nameSignatory(system.door, old, { ...next, why: 'successor', ...term }, null, randomUUID()));
  expect(refusedWith(await openLink(system.door, old.token))).toMatchObject({ code: 'link-ended' });
  await signedBy(town, next);
  expect(whoHasSigned(await at(system, id, 'letter', 'sign'))).toEqual([true, false]);
  await signedBy(town, speaker);

  const { stage } = await at(system, id, 'letter', 'verify');
  taken(await decide(system, ada, id, { kind: 'verify', sha256: signatureOf(stage) }));
  taken(await decide(system, bram, id, { kind: 'countersign' }));
  const member = await at(system, id, 'statement', 'draft');
  expect(member.stage).toMatchObject({ member: { signatures: [{ flags: [] }, { flags: [] }] } });
  const papers = await papersOf(system.door.records.database, id);
  const kept = papers.filter(({ kind }) => kind === 'signatory').map(({ body }) => JSON.stringify(body));
  expect(kept.map((body) => [body.includes(town.mayorName), body.includes(next.name)])).toEqual([
    [true, false],
    [false, true],
  ]);
  await recordHistories(system, 'two-signatories-and-a-successor', { onboarding: onboardingAddress(id) });
});

test('one of two declines: reopened, the signature that was given counts, and only the other is asked again', async () => {
  const { town, speaker, id } = await withTwo('Brdovice', 'brdovice', { mayor: 1, speaker: 1 });
  await signed(system, town);
  const before = await at(system, id, 'letter', 'sign');
  expect([whoHasSigned(before), before.due === undefined]).toEqual([[true, false], false]);
  const visitor = await visit(system, speaker.email, 'letter');
  taken(await actWithReason(system.door, visitor, 'decline', 'The group leaders talk first.', randomUUID()));
  await at(system, id, 'declined');
  const askedBefore = (await mailsTo(town.mayor)).length;
  taken(await decide(system, ada, id, { kind: 'reopen', reason: 'They have talked.' }));
  expect(whoHasSigned(await at(system, id, 'letter', 'sign'))).toEqual([true, false]);
  await signedBy(town, speaker);
  await at(system, id, 'letter', 'verify');
  expect((await mailsTo(town.mayor)).length).toBe(askedBefore);
  await recordHistories(system, 'one-of-two-declined', { onboarding: onboardingAddress(id) });
});

test('a letter that one of two had signed is void: who had signed and whose turn it was hear why, and whoever came later hears nothing', async () => {
  const { town, speaker, id, persons } = await withTwo('Zelenka', 'zelenka', { mayor: 1, speaker: 2 });
  const [mayor, second] = persons;
  const third = {
    name: 'Ota Brázda',
    title: 'Treasurer',
    email: 'treasurer@zelenka.example',
    capacity: 'office-holder',
  };
  const signatories = [
    { person: mayor, order: 1 },
    { person: second, order: 2 },
    { ...third, order: 3 },
  ];
  const main = await visit(system, town.main, 'status');
  taken(await setSignatories(system.door, main, { signatories }, randomUUID()));
  await signed(system, town);
  await visit(system, speaker.email, 'letter');
  taken(await decide(system, ada, id, { kind: 'void-letter', reason }));
  const said = (address: string) =>
    system.catcher.waitFor(({ to, subject }) => to === address && subject.includes('void'), 15_000);
  for (const { text } of await Promise.all([said(town.mayor), said(speaker.email)])) expect(text).toContain(reason);
  expect(whoHasSigned(await at(system, id, 'letter', 'void'))).toEqual([false, false, false]);
  taken(await decide(system, ada, id, { kind: 'issue-letter' }));
  await at(system, id, 'letter', 'sign');
  await signed(system, town);
  expect(await mailsTo(third.email)).toEqual([]);
  await recordHistories(system, 'one-of-two-signed-and-void', { onboarding: onboardingAddress(id) });
});

test('a letter that both had signed is replaced: the first is asked again, and the second hears at once that the old one counts no more', async () => {
  const { town, speaker, id } = await withTwo('Hradová', 'hradova', { mayor: 1, speaker: 2 });
  await signed(system, town);
  await signedBy(town, speaker);
  await at(system, id, 'letter', 'verify');
  taken(await decide(system, ada, id, { kind: 'reissue-letter', reason }));
  const said = (address: string, words: string) =>
    system.catcher.waitFor(({ to, subject }) => to === address && subject.includes(words), 15_000);
  expect((await said(town.mayor, 'a new letter to sign')).text).toContain(reason);
  expect((await said(speaker.email, 'void')).text).toContain(reason);
  expect(whoHasSigned(await at(system, id, 'letter', 'sign'))).toEqual([false, false]);
  await recordHistories(system, 'both-signed-and-replaced', { onboarding: onboardingAddress(id) });
});

test('a letter that both had signed is returned: each reads why when it is their turn to sign again', async () => {
  const { town, speaker, id } = await withTwo('Kamenica', 'kamenica', { mayor: 1, speaker: 2 });
  await signed(system, town);
  await signedBy(town, speaker);
  await at(system, id, 'letter', 'verify');
  taken(await decide(system, ada, id, { kind: 'return-letter', reason }));
  const again = (address: string) =>
    system.catcher.waitFor(({ to, subject }) => to === address && subject.includes('sign the letter again'), 15_000);
  expect((await again(town.mayor)).text).toContain(reason);
  expect((await mailsTo(speaker.email)).filter((subject) => subject.includes('again'))).toEqual([]);
  await signed(system, town);
  expect((await again(speaker.email)).text).toContain(reason);
  await recordHistories(system, 'both-signed-and-returned', { onboarding: onboardingAddress(id) });
});

test('a mandate that is not in force yet is found, and counts only after somebody who did not sign has decided so with a reason', async () => {
  const town = townLike('Sarıpınar', 'saripinar');
  const today = system.now().slice(0, 10);
  const later = new Date(Date.parse(system.now()) + 60 * day).toISOString().slice(0, 10);
  town.application.mandate = { ...town.application.mandate, decidedOn: today, effectiveOn: later };
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept', reason: 'The decision is made.' }));
  await at(system, id, 'letter', 'sign');
  await signed(system, town);
  const { stage } = await at(system, id, 'letter', 'verify');
  const verify = { kind: 'verify', sha256: signatureOf(stage) } as const;
  expect(refusedWith(await decide(system, ada, id, verify))).toEqual({ code: 'flags-open', flags: ['not-in-force'] });
  await settleAll(system, ada, id);
  taken(await decide(system, ada, id, verify));
  taken(await decide(system, bram, id, { kind: 'countersign' }));
  const member = await at(system, id, 'statement', 'draft');
  expect(member.stage).toMatchObject({
    member: { signatures: [{ flags: [{ kind: 'not-in-force', settled: { by: ada.id } }] }] },
  });
  await recordHistories(system, 'mandate-not-in-force-settled', { onboarding: onboardingAddress(id) });
});
