import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LetterChecked } from '../../domain/letter-checked.ts';
import { type Membership, membershipOf } from '../../domain/onboarding/state.ts';
import type { StaffMember } from '../../records/staff.ts';
import { uploadScan } from '../../service/letter/uploading.ts';
import { applied, at, decide, letterOf, signatureOf, staffMember, taken, visit } from '../support/acting.ts';
import { testWithPoppler, textOf } from '../support/poppler.ts';
import { authority, signedPdf } from '../support/signing-peers.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { scannedLetter, townLike } from '../support/towns.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-check-kinds-'));
const root = authority(folder, 'Authority of Towns');
let system: TestSystem;
let ada: StaffMember;
let bram: StaffMember;

beforeAll(async () => {
  system = await startTestSystem();
  [ada, bram] = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Carries a town to membership by a letter that it hands in; gives the letter as it was sent out, and what came of it. */
async function memberBy(
  name: string,
  slug: string,
  file: (issued: Buffer) => Uint8Array,
): Promise<{ member: Membership; handedIn: Uint8Array }> {
  const town = townLike(name, slug);
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  const city = await at(system, id, 'letter', 'sign');
  const handedIn = file(Buffer.from((await bytesOf(letterOf(city))) ?? []));
  const signatory = { name: town.mayorName, title: 'Mayor', capacity: 'office-holder' };
  taken(
    await uploadScan(system.door, await visit(system, town.mayor, 'letter'), { signatory }, handedIn, randomUUID()),
  );
  const { stage } = await at(system, id, 'letter', 'verify');
  for (const { person, signature } of stage.stage === 'letter' ? stage.signatories : [])
    for (const { kind } of signature?.flags ?? [])
      taken(
        await decide(system, ada, id, { kind: 'settle', signatory: person, flag: kind, reason: 'We asked the town.' }),
      );
  taken(await decide(system, ada, id, { kind: 'verify', sha256: signatureOf(stage) }));
  taken(await decide(system, bram, id, { kind: 'countersign' }));
  const member = membershipOf((await at(system, id, 'statement')).stage);
  if (!member) throw new Error('The town is no member.');
  return { member, handedIn };
}

async function bytesOf(sha256: string): Promise<Uint8Array> {
  return (await system.door.records.documents.get(sha256)) ?? new Uint8Array();
}

async function ask(bytes: Uint8Array): Promise<LetterChecked> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(bytes)], 'letter'));
  return (await (await fetch(`${system.address}/api/letters/check`, { method: 'POST', body })).json()) as LetterChecked;
}

function flipped(bytes: Uint8Array, place: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
}

test('a scan becomes a sealed letter of its own, and the scan itself stays known as it was handed in', async () => {
  const { member, handedIn } = await memberBy('Rotenau', 'rotenau', () => scannedLetter());
  const final = await bytesOf(member.finalSha256);
  expect(await ask(final)).toMatchObject({
    verdict: 'ours',
    letter: { as: 'sealed', sealed: { signed: [{ signing: 'scan' }], seal: { authority: 'test' } } },
  });
  expect(await ask(handedIn)).toMatchObject({ verdict: 'ours', letter: { as: 'handed-in' } });
  expect(await ask(await bytesOf(member.certificateSha256 ?? ''))).toMatchObject({
    verdict: 'ours',
    letter: { as: 'certificate' },
  });
  expect((await ask(flipped(final, 5000))).verdict).toEqual('changed');
});

test('a letter signed elsewhere carries the city’s bytes and our seal behind them; each change is told for what it is', async () => {
  const mayor = root.certifies('Defne Ardic');
  const { member, handedIn } = await memberBy('Blauensee', 'blauensee', (issued) =>
    signedPdf(issued, { by: mayor, root }),
  );
  const final = await bytesOf(member.finalSha256);
  expect(Buffer.compare(Buffer.from(final).subarray(0, handedIn.length), Buffer.from(handedIn))).toEqual(0);
  const checked = await ask(final);
  expect(checked).toMatchObject({
    verdict: 'ours',
    letter: { as: 'sealed', sealed: { signed: [{ signing: 'elsewhere', level: { verified: 'none' } }] } },
  });
  expect(
    checked.signatures.map(({ signer, intact, covers, certificate, changedPages }) => ({
      signer,
      intact,
      covers,
      certificate,
      changedPages,
    })),
  ).toEqual([
    { signer: 'Defne Ardic', intact: true, covers: 'then-additions', certificate: 'unknown', changedPages: [] },
    { signer: expect.stringContaining('TEST'), intact: true, covers: 'all', certificate: 'ours', changedPages: [] },
  ]);
  expect(await ask(handedIn)).toMatchObject({ verdict: 'ours', letter: { as: 'handed-in' } });
  expect((await ask(flipped(final, 4000))).verdict).toEqual('changed');
  expect(await ask(Buffer.concat([final, Buffer.from('%\n')]))).toMatchObject({
    verdict: 'additions',
    letter: { as: 'sealed' },
    changedPages: [],
  });
});

testWithPoppler('the address that is printed on a sealed letter leads to a page that knows it', async () => {
  const { member } = await memberBy('Gelbingen', 'gelbingen', () => scannedLetter());
  const text = textOf(await bytesOf(member.finalSha256)).replace(/\s/g, '');
  const address = /127\.0\.0\.1:\d+\/check\/[a-z0-9.-]+\.\d+s\.[\w-]{20}/.exec(text)?.[0] ?? '';
  const page = await (await fetch(`http://${address}`)).text();
  expect(page).toContain('This code is ours');
  expect(page).toContain('This seal is a TEST');
  expect(page.replace(/\s/g, '')).toContain(member.finalSha256);
});
