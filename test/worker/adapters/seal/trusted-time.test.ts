import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { composeLetter } from '../../../../templates/letter.ts';
import { askTimestamp } from '../../../../worker/adapters/seal/ask-timestamp.ts';
import { type Authority, openAuthority } from '../../../../worker/adapters/seal/authority.ts';
import type { Stamp } from '../../../../worker/adapters/seal/baseline-signature.ts';
import { nothingSet } from '../../../../worker/adapters/seal/open-seal.ts';
import { createSeal, type Sealed } from '../../../../worker/adapters/seal/seal.ts';
import { createTypesetter } from '../../../../worker/adapters/typesetter.ts';
import { byDss, byPdfsig, byPyHanko, byVeraPdf, judgedBy } from '../../../support/judges/judges.ts';
import { camliovasLetter } from '../../../support/letters.ts';
import { emptyRevocationList } from '../../../support/revocations.ts';
import { type Holder, authority as someAuthority, stamps, tokenOver } from '../../../support/signing-peers.ts';
import { type Answering, stampedBy, type TimestampServer, timestampServer } from '../../../support/time-stamping.ts';

const at = new Date().toISOString();
const letter = createTypesetter()(composeLetter(camliovasLetter));
const folder = mkdtempSync(join(tmpdir(), 'oasc-trusted-time-'));
const root = someAuthority(folder, 'Root of Times');
const forger = someAuthority(mkdtempSync(join(folder, 'forged-')), 'Root of Times');

let server: TimestampServer;
let clock: Holder;
let forgedClock: Holder;
let authority: Authority;
let roots: string;
let sealed: Sealed;

beforeAll(async () => {
  let answer: Answering = () => null;
  server = await timestampServer((question, response) => answer(question, response));
  // DSS wants to know of each certificate for timestamps whether it was revoked.
  const forTimes = `${stamps}\ncrlDistributionPoints=URI:${server.url}ca.crl`;
  clock = root.certifies('Clock of Times', forTimes);
  forgedClock = forger.certifies('Clock of Times', forTimes);
  // Made after the certificates: one from a second before them says nothing of them.
  server.revocations = emptyRevocationList(folder, root);
  answer = stampedBy(folder, clock, root);
  authority = { ...(await openAuthority(folder, nothingSet, 'Network of Open Towns')), timestampRoots: [root.pem] };
  roots = [...authority.roots, root.pem].join('');
  const stamp = askTimestamp({ url: server.url, roots: authority.timestampRoots, policy: null });
  sealed = await createSeal(authority, stamp).seal(letter, at);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Sealed with a token that our own look at the answer would never have let through. */
async function sealedWith(stamp: Stamp): Promise<Sealed> {
  return await createSeal(authority, stamp).seal(letter, at);
}
const replayed: Stamp = async () => tokenOver(folder, clock)(Buffer.from('another document'));
const forged: Stamp = async (value) => tokenOver(folder, forgedClock)(value);

test('With a trusted time the level is baseline T, and it is found so on reading it back', () => {
  const { bytes: _, ...said } = sealed;
  expect(said).toEqual({ level: 'B-T', verified: 'B-T', authority: 'test' });
});

test('A token of another document or of a made-up authority is seen on reading back: the level is then B', async () => {
  expect([(await sealedWith(replayed)).verified, (await sealedWith(forged)).verified]).toEqual(['B-B', 'B-B']);
});

describe('Judged by programs of others', () => {
  judgedBy('veraPDF')('a letter with a trusted time is PDF/A-2a', async () => {
    expect(await byVeraPdf(sealed.bytes)).toEqual(['PASS']);
  });

  judgedBy('DSS')(
    'the trusted time makes baseline T, and a replayed or a forged one is found and told apart',
    async () => {
      const [honest, other, madeUp] = await byDss(
        roots,
        sealed.bytes,
        (await sealedWith(replayed)).bytes,
        (await sealedWith(forged)).bytes,
      );
      const passed = { format: 'PAdES-BASELINE-T', indication: 'TOTAL_PASSED', covers: 'FULL' };
      const noPlaceOfIssuer = 'BBB_XCV_AIA_PRES_ANS';
      expect([honest, other, madeUp]).toEqual([
        [{ ...passed, words: `[] [${noPlaceOfIssuer}]`, times: 'PASSED' }],
        [{ ...passed, words: `[] [${noPlaceOfIssuer}, BBB_SAV_DMICTSTMCMI_ANS]`, times: 'FAILED HASH_FAILURE' }],
        [{ ...passed, words: `[] [${noPlaceOfIssuer}]`, times: 'INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND' }],
      ]);
    },
  );

  judgedBy('pyHanko')('the trusted time holds, and a replayed or a forged one is found and told apart', async () => {
    const found = [
      await byPyHanko(roots, sealed.bytes),
      await byPyHanko(roots, (await sealedWith(replayed)).bytes),
      await byPyHanko(roots, (await sealedWith(forged)).bytes),
    ];
    expect(found).toEqual([
      ['INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:TRUSTED>,UNTOUCHED'],
      ['INTACT:TRUSTED,TIMESTAMP_TOKEN<INVALID>,UNTOUCHED'],
      ['INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:UNTRUSTED>,UNTOUCHED'],
    ]);
  });

  judgedBy('pdfsig')('the seal is valid; of the time it says nothing', async () => {
    expect(await byPdfsig(sealed.bytes)).toEqual(['Signature is Valid. Total document signed']);
  });
});
