import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import { actWithReason } from '../../service/city-acts.ts';
import { openLink } from '../../service/invitations.ts';
import { nameSignatory } from '../../service/letter/signatories.ts';
import { signLetter } from '../../service/letter/signing.ts';
import { uploadScan } from '../../service/letter/uploading.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import {
  applied,
  at,
  codeFor,
  decide,
  letterOf,
  refusedWith,
  signatureOf,
  signed,
  signing,
  staffMember,
  taken,
  visit,
} from '../support/acting.ts';
import { recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { scannedLetter, type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: StaffMember;
let bram: StaffMember;
const day = 86_400_000;
const from = { address: '127.0.0.1', browser: 'test' };

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

test('a code signs once; a second form with the same code, a wrong code and no code at all do not', async () => {
  const { town, id } = await accepted('Velmora', 'velmora');
  const visitor = await visit(system, town.mayor, 'letter');
  const sha256 = letterOf(visitor.city);
  const none = await signLetter(system.door, visitor, signing(town, '000000', sha256), from, randomUUID());
  expect(refusedWith(none)).toEqual({ code: 'code-ended' });

  const code = await codeFor(system, visitor, { purpose: 'letter', sha256 });
  const wrong = code === '111 111' ? '222222' : '111111';
  const other = await signLetter(system.door, visitor, signing(town, wrong, sha256), from, randomUUID());
  expect(refusedWith(other)).toEqual({ code: 'code-wrong', left: 4 });

  const form = randomUUID();
  const first = taken(await signLetter(system.door, visitor, signing(town, code, sha256), from, form));
  const again = taken(await signLetter(system.door, visitor, signing(town, code, sha256), from, form));
  expect(again.version).toBe(first.version);
  taken(
    await decide(system, ada, id, { kind: 'return-letter', reason: 'The title is not the one in your application.' }),
  );
  await at(system, id, 'letter', 'sign');
  const second = await signLetter(
    system.door,
    await visit(system, town.mayor, 'letter'),
    signing(town, code, sha256),
    from,
    randomUUID(),
  );
  expect(refusedWith(second)).toEqual({ code: 'code-used' });
});

test('a code that was typed wrongly five times is worth nothing, even when it is right at last', async () => {
  const { town } = await accepted('Lindenmark', 'lindenmark');
  const visitor = await visit(system, town.mayor, 'letter');
  const sha256 = letterOf(visitor.city);
  const code = await codeFor(system, visitor, { purpose: 'letter', sha256 });
  const wrong = code.startsWith('1') ? '999999' : '111111';
  const left: object[] = [];
  for (let tries = 0; tries < 5; tries += 1)
    left.push(refusedWith(await signLetter(system.door, visitor, signing(town, wrong, sha256), from, randomUUID())));
  expect(left).toEqual([4, 3, 2, 1, 0].map((rest) => ({ code: 'code-wrong', left: rest })));
  const right = await signLetter(system.door, visitor, signing(town, code, sha256), from, randomUUID());
  expect(refusedWith(right)).toEqual({ code: 'code-ended' });
});

test('a code lives for ten minutes', async () => {
  const { town } = await accepted('Tazirt', 'tazirt');
  const visitor = await visit(system, town.mayor, 'letter');
  const sha256 = letterOf(visitor.city);
  const code = await codeFor(system, visitor, { purpose: 'letter', sha256 });
  await system.skip(11 * 60_000);
  const late = await signLetter(system.door, visitor, signing(town, code, sha256), from, randomUUID());
  expect(refusedWith(late)).toEqual({ code: 'code-ended' });
});

test('who verified the letter does not countersign it; with two people it becomes a membership', async () => {
  const { town, id } = await accepted('Äspholm', 'aspholm');
  await signed(system, town);
  const { stage } = await at(system, id, 'letter', 'verify');
  taken(await decide(system, ada, id, { kind: 'verify', sha256: signatureOf(stage) }));
  expect(refusedWith(await decide(system, ada, id, { kind: 'countersign' }))).toMatchObject({
    code: 'own-work',
    rule: 'countersigner-verified',
    who: [{ id: bram.id, name: 'Bram' }],
  });
  taken(await decide(system, bram, id, { kind: 'countersign' }));
  const member = await at(system, id, 'statement', 'draft');
  expect(member.stage).toMatchObject({ member: { memberSince: system.now().slice(0, 10) } });
});

test('another signatory can be named: the old link ends, the new one signs, and staff see what is in doubt', async () => {
  const { town, id } = await accepted('Porto Amaru', 'porto-amaru');
  const visitor = await visit(system, town.mayor, 'letter');
  const deputy = {
    name: 'Lia Monteverde',
    title: 'Deputy Mayor',
    why: 'delegate',
    email: 'deputy@porto-amaru.example',
  };
  taken(await nameSignatory(system.door, visitor, deputy, null, randomUUID()));
  const named = await visit(system, deputy.email, 'letter');
  expect(refusedWith(await openLink(system.door, visitor.token))).toMatchObject({ code: 'link-ended' });
  const signatory = { name: deputy.name, title: deputy.title, capacity: 'delegate' };
  taken(await uploadScan(system.door, named, { signatory, signedOn: '2026-01-05' }, scannedLetter(), randomUUID()));
  const { stage } = await at(system, id, 'letter', 'verify');
  const signatures = stage.stage === 'letter' ? stage.signatories.map((one) => one.signature) : [];
  expect(signatures.map((one) => one?.flags.map(({ kind }) => kind))).toEqual([['proof', 'mandate', 'early']]);
});

test('a file that is not what it says, an empty one and one that is too large are refused, and nothing is kept', async () => {
  const { town, id } = await accepted('Higashinami', 'higashinami');
  const visitor = await visit(system, town.mayor, 'letter');
  const signatory = { name: town.mayorName, title: 'Mayor', capacity: 'office-holder' };
  const tries = [new Uint8Array(), Buffer.from('<html>I am a PDF</html>'), Buffer.alloc(20 * 1024 * 1024 + 1, 0x25)];
  const refusals: object[] = [];
  for (const file of tries)
    refusals.push(refusedWith(await uploadScan(system.door, visitor, { signatory }, file, randomUUID())));
  expect(refusals).toEqual(
    [
      'is empty: choose it again',
      'is neither a PDF nor a JPEG or PNG picture: save or scan it as one of these',
      'is too large: at most 20 MB; scan it in black and white, or at 150 dots per inch',
    ].map((message) => ({
      code: 'invalid',
      problems: [{ path: 'scan', message }],
    })),
  );
  expect((await at(system, id, 'letter', 'sign')).acts.map(({ kind }) => kind)).toEqual([
    'applied',
    'accept',
    'letter-issued',
  ]);
});

test('a letter that nobody signs is reminded of three times, and rests after thirty days', async () => {
  const { town, id } = await accepted('Kestrelford', 'kestrelford');
  await system.skip(31 * day);
  const resting = await at(system, id, 'lapsed');
  expect(resting.acts.map(({ kind }) => kind).slice(2)).toEqual([
    'letter-issued',
    'reminded',
    'reminded',
    'reminded',
    'warned',
    'lapsed',
  ]);
  taken(await decide(system, ada, id, { kind: 'reopen', reason: 'The election is over.' }));
  await at(system, id, 'letter', 'sign');
  await signed(system, town);
  await at(system, id, 'letter', 'verify');
  await recordHistories(system, 'letter-lapsed-and-reopened', { onboarding: onboardingAddress(id) });
});

test('a city may decline the letter with a reason; its case rests, and is not closed', async () => {
  const { town, id } = await accepted('Villanera', 'villanera');
  const visitor = await visit(system, town.mayor, 'letter');
  taken(
    await actWithReason(system.door, visitor, 'decline', 'We would like to wait for the new council.', randomUUID()),
  );
  expect((await at(system, id, 'declined')).stage).toMatchObject({ stage: 'declined', from: { step: 'sign' } });
  await system.skip(90 * day);
  expect((await at(system, id, 'declined')).acts.at(-1)?.kind).toBe('decline');
  taken(await decide(system, ada, id, { kind: 'reopen', reason: 'The new council wants to join.' }));
  await at(system, id, 'letter', 'sign');
  await signed(system, town);
  await at(system, id, 'letter', 'verify');
  await recordHistories(system, 'declined-and-reopened', { onboarding: onboardingAddress(id) });
});

test('a link that was changed by one sign opens nothing, whichever sign it is', async () => {
  const { town } = await accepted('Waterlinde', 'waterlinde');
  const { token } = await visit(system, town.mayor, 'letter');
  const answers = new Set<string>();
  for (let index = 0; index < token.length; index += 1) {
    const changed = `${token.slice(0, index)}${token[index] === 'A' ? 'B' : 'A'}${token.slice(index + 1)}`;
    answers.add(JSON.stringify(refusedWith(await openLink(system.door, changed))));
  }
  expect([...answers]).toEqual(['{"code":"link-unknown"}']);
});
