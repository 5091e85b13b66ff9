import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { composeLetter } from '../../../../templates/letter.ts';
import { type Authority, openAuthority } from '../../../../worker/adapters/seal/authority.ts';
import { nothingSet } from '../../../../worker/adapters/seal/open-seal.ts';
import { createSeal, type Sealed } from '../../../../worker/adapters/seal/seal.ts';
import { createTypesetter } from '../../../../worker/adapters/typesetter.ts';
import { byDss, byPdfsig, byPyHanko, byVeraPdf, judgedBy } from '../../../support/judges/judges.ts';
import { camliovasLetter } from '../../../support/letters.ts';

const at = new Date().toISOString();
const letter = createTypesetter()(composeLetter(camliovasLetter));
let folder: string;
let authority: Authority;
let sealed: Sealed;
let twice: Sealed;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oasc-seal-'));
  authority = await openAuthority(folder, nothingSet, 'Network of Open Towns');
  const { seal } = createSeal(authority);
  sealed = await seal(letter, at);
  twice = await seal(sealed.bytes, at);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('A seal says which level it was made for, which was found on reading it back, and by whom', () => {
  const { bytes: _, ...said } = sealed;
  expect(said).toEqual({ level: 'B-B', verified: 'B-B', authority: 'test' });
});

test('Every byte of the letter stays as it was under its seal', () => {
  expect(Buffer.from(sealed.bytes.subarray(0, letter.length))).toEqual(Buffer.from(letter));
});

describe('Judged by programs of others', () => {
  judgedBy('veraPDF')('a letter is PDF/A-2a before it is sealed, afterwards, and sealed twice', async () => {
    expect(await byVeraPdf(letter, sealed.bytes, twice.bytes)).toEqual(['PASS', 'PASS', 'PASS']);
  });

  judgedBy('DSS')(
    'each seal is PAdES baseline B, and the only remark is that its certificate says not where its issuer is found',
    async () => {
      const passed = {
        format: 'PAdES-BASELINE-B',
        indication: 'TOTAL_PASSED',
        words: '[] [BBB_XCV_AIA_PRES_ANS]',
        times: '',
        covers: 'FULL',
      };
      expect(await byDss(authority.roots.join(''), sealed.bytes, twice.bytes)).toEqual([
        [passed],
        [{ ...passed, covers: 'PARTIAL' }, passed],
      ]);
    },
  );

  judgedBy('pyHanko')('the first seal stays whole and trusted under the second', async () => {
    const roots = authority.roots.join('');
    expect([await byPyHanko(roots, sealed.bytes), await byPyHanko(roots, twice.bytes)]).toEqual([
      ['INTACT:TRUSTED,UNTOUCHED'],
      ['INTACT:TRUSTED,EXTENDED_WITH_FORM_FILLING,ACCEPTABLE_MODIFICATIONS', 'INTACT:TRUSTED,UNTOUCHED'],
    ]);
  });

  judgedBy('pdfsig')('both seals are valid, and the last is over the whole file', async () => {
    expect([await byPdfsig(sealed.bytes), await byPdfsig(twice.bytes)]).toEqual([
      ['Signature is Valid. Total document signed'],
      ['Signature is Valid. Not total document signed', 'Signature is Valid. Total document signed'],
    ]);
  });
});
