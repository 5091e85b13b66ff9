import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { membershipOf } from '../../domain/onboarding/state.ts';
import type { StaffMember } from '../../records/staff.ts';
import { uploadScan } from '../../service/letter/uploading.ts';
import {
  applied,
  at,
  decide,
  letterOf,
  settleAll,
  signatureOf,
  signed,
  staffMember,
  taken,
  visit,
} from '../support/acting.ts';
import { byDss, byVeraPdf, judgedBy } from '../support/judges/judges.ts';
import { testWithPoppler, textOf } from '../support/poppler.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { scannedLetter, type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: StaffMember;
let bram: StaffMember;

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada');
  bram = await staffMember(system, 'Bram');
});
afterAll(async () => await system.stop());

async function toSign(name: string, slug: string): Promise<{ town: Town; id: string }> {
  const town = townLike(name, slug);
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  return { town, id };
}

async function sealed(id: string): Promise<{ letter: Uint8Array; certificate: Uint8Array }> {
  await settleAll(system, ada, id);
  const { stage } = await at(system, id, 'letter', 'verify');
  taken(await decide(system, ada, id, { kind: 'verify', sha256: signatureOf(stage) }));
  await at(system, id, 'letter', 'countersign');
  taken(await decide(system, bram, id, { kind: 'countersign' }));
  const member = membershipOf((await at(system, id, 'statement', 'draft')).stage);
  const read = async (sha256: string | undefined) =>
    (await system.door.records.documents.get(sha256 ?? '')) ?? new Uint8Array();
  return { letter: await read(member?.finalSha256), certificate: await read(member?.certificateSha256) };
}

testWithPoppler(
  'what was sent is what is finished: new words in the network’s file never touch a letter already sent',
  async () => {
    const { town, id } = await toSign('Velmora', 'velmora');
    const issued = await system.door.records.documents.get(letterOf(await at(system, id, 'letter', 'sign')));
    const { letter } = system.door.network;
    const kept = structuredClone(letter);
    Object.assign(letter, {
      current: 'other',
      versions: [
        {
          version: 'other',
          texts: {
            en: {
              title: 'Another letter',
              opening: 'Other words.',
              commitments: ['another thing'],
              closing: 'The end.',
            },
          },
        },
      ],
    });
    await signed(system, town);
    const final = textOf((await sealed(id)).letter);
    Object.assign(letter, kept);
    const commitments = kept.versions[0]?.texts.en?.commitments ?? [];
    const words = (text: string) => text.replaceAll(/\s+/g, ' ');
    expect(
      commitments.map((one) => [words(textOf(issued ?? new Uint8Array())).includes(one), words(final).includes(one)]),
    ).toEqual(commitments.map(() => [true, true]));
  },
);

judgedBy('veraPDF', 'DSS')(
  'a letter signed by hand is finished as a cover and pictures of its pages, and two programs of others accept it and its certificate',
  async () => {
    const { town, id } = await toSign('Äspholm', 'aspholm');
    const visitor = await visit(system, town.mayor, 'letter');
    const signatory = { name: town.mayorName, title: 'Mayor', capacity: 'office-holder' };
    taken(await uploadScan(system.door, visitor, { signatory }, scannedLetter(), randomUUID()));
    const { letter, certificate } = await sealed(id);
    const roots = system.door.seal?.roots.join('') ?? '';
    expect([
      await byVeraPdf(letter, certificate),
      (await byDss(roots, letter, certificate)).flat().map(({ format, indication }) => [format, indication]),
      textOf(letter).includes('Signed by hand'),
    ]).toEqual([
      ['PASS', 'PASS'],
      [
        ['PAdES-BASELINE-B', 'TOTAL_PASSED'],
        ['PAdES-BASELINE-B', 'TOTAL_PASSED'],
      ],
      true,
    ]);
  },
);
