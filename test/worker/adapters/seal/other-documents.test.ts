import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createInspector } from '../../../../worker/adapters/inspection/inspector.ts';
import { type Authority, openAuthority, trustOf } from '../../../../worker/adapters/seal/authority.ts';
import { nothingSet } from '../../../../worker/adapters/seal/open-seal.ts';
import { createSeal } from '../../../../worker/adapters/seal/seal.ts';
import { byDss, byPdfsig, byPyHanko, judgedBy } from '../../../support/judges/judges.ts';
import { addedTo, letterPdf, pagesOf, pdfOf } from '../../../support/pdf-files.ts';
import { byCairo, hybrid, withXrefStream } from '../../../support/pdf-kinds.ts';
import { signedPdf, authority as someAuthority } from '../../../support/signing-peers.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-other-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = someAuthority(folder, 'Root of Lakowiec');
// noRevAvail (RFC 9608): else DSS wants to know whether the certificate was revoked.
const mayor = root.certifies(
  'Mayor of Lakowiec',
  'keyUsage=critical,digitalSignature,nonRepudiation\n2.5.29.56=DER:0500',
);
const signed = signedPdf(letterPdf, { by: mayor, root });
const cairo = byCairo();
const kinds: Record<string, Buffer> = {
  'with a stream for its table': withXrefStream,
  'with a table and a stream (hybrid)': hybrid,
  ...(cairo ? { 'written by cairo': cairo } : {}),
};

let authority: Authority;
let roots: string;
const seal = async (pdf: Uint8Array) => await createSeal(authority).seal(pdf, new Date().toISOString());
beforeAll(async () => {
  authority = await openAuthority(folder, nothingSet, 'Network of Open Towns');
  roots = [...authority.roots, root.pem].join('');
});

describe('A letter that somebody else signed before', () => {
  test('keeps every byte, and is sealed behind them', async () => {
    const { bytes, verified } = await seal(signed);
    expect([Buffer.from(bytes.subarray(0, signed.length)).equals(signed), verified]).toEqual([true, 'B-B']);
  });

  judgedBy('pyHanko', 'pdfsig')('its signature stays whole and trusted under the seal', async () => {
    const { bytes } = await seal(signed);
    expect(await byPyHanko(roots, bytes)).toEqual([
      'INTACT:TRUSTED,EXTENDED_WITH_FORM_FILLING,ACCEPTABLE_MODIFICATIONS',
      'INTACT:TRUSTED,UNTOUCHED',
    ]);
    expect(await byPdfsig(bytes)).toEqual([
      'Signature is Valid. Not total document signed',
      'Signature is Valid. Total document signed',
    ]);
  });

  judgedBy('DSS')('DSS passes both, each for what it is', async () => {
    const [both = []] = await byDss(roots, (await seal(signed)).bytes);
    // openssl writes a signing-time, so the mayor's is no baseline; it passes all the same.
    expect(both.map(({ format, indication, covers }) => [format, indication, covers])).toEqual([
      ['PAdES-BES', 'TOTAL_PASSED', 'PARTIAL'],
      ['PAdES-BASELINE-B', 'TOTAL_PASSED', 'FULL'],
    ]);
  });
});

describe('Documents as other programs write them are sealed by an addition', () => {
  for (const [kind, pdf] of Object.entries(kinds)) {
    judgedBy('pyHanko', 'pdfsig')(`one ${kind}`, async () => {
      const { bytes, verified } = await seal(pdf);
      expect([Buffer.from(bytes.subarray(0, pdf.length)).equals(pdf), verified]).toEqual([true, 'B-B']);
      const more = pdf === hybrid ? ['--no-strict-syntax'] : [];
      expect(await byPyHanko(roots, bytes, more)).toEqual(['INTACT:TRUSTED,UNTOUCHED']);
      expect(await byPdfsig(bytes)).toEqual(['Signature is Valid. Total document signed']);
    });
  }

  judgedBy('DSS')('DSS passes every one of them', async () => {
    const sealed = await Promise.all(Object.values(kinds).map(async (pdf) => (await seal(pdf)).bytes));
    const verdicts = await byDss(roots, ...sealed);
    expect(verdicts.map((one) => one.map(({ format, indication }) => `${format} ${indication}`))).toEqual(
      sealed.map(() => ['PAdES-BASELINE-B TOTAL_PASSED']),
    );
  });

  judgedBy('pyHanko')('one that is made ready for the web (linearized)', async () => {
    // Its first object says so; for an addition it is a file like any other (ISO 32000-2, annex F).
    const [, ...rest] = pagesOf(['Letter of Intent of Lakowiec', 'Signed by the mayor']);
    const front = pdfOf(['<< /Linearized 1 /Type /Catalog /Pages 2 0 R >>', ...rest]);
    const { bytes, verified } = await seal(front);
    expect([Buffer.from(bytes.subarray(0, front.length)).equals(front), verified]).toEqual([true, 'B-B']);
    expect(await byPyHanko(roots, bytes)).toEqual(['INTACT:TRUSTED,UNTOUCHED']);
  });

  test('a file so damaged that it would have to be written anew is refused, and nothing is lost', async () => {
    const damaged = Buffer.from(letterPdf);
    damaged.write('startxref\n0', damaged.lastIndexOf('startxref'), 'latin1');
    await expect(seal(damaged)).rejects.toThrow('brute-force-recovery');
  });
});

/** What was done to a sealed letter. */
async function changes(): Promise<Record<string, Buffer>> {
  const sealed = Buffer.from((await seal(letterPdf)).bytes);
  const changed = (place: number, byte: number) => {
    const copy = Buffer.from(sealed);
    copy[place] = byte;
    return copy;
  };
  const start = sealed.lastIndexOf('/Contents <') + '/Contents <'.length;
  // The value of the signature stands at the end of what is filled: its length is in the first four bytes.
  const value = start + 2 * (Number.parseInt(sealed.toString('latin1', start + 4, start + 8), 16) + 4) - 5;
  return {
    'one byte of its header': changed(sealed.indexOf('1.7') + 2, '6'.charCodeAt(0)),
    'one byte of a page': changed(sealed.indexOf('595'), '4'.charCodeAt(0)),
    'one byte of the signature': changed(value, sealed[value] === 0x30 ? 0x31 : 0x30),
    'one byte after the signature': changed(sealed.lastIndexOf('(Seal)') + 4, 'm'.charCodeAt(0)),
    'bytes after the end': Buffer.concat([sealed, Buffer.from('\n% and something more\n')]),
    'its pages swapped': addedTo(sealed, new Map([[2, '<< /Type /Pages /Count 2 /Kids [6 0 R 4 0 R] >>']])),
  };
}

const oneByte = [
  'one byte of its header',
  'one byte of a page',
  'one byte of the signature',
  'one byte after the signature',
];

describe('What was done to a sealed letter is found, and told apart', () => {
  judgedBy('pyHanko')('by pyHanko', async () => {
    const said: Record<string, string[]> = {};
    for (const [what, pdf] of Object.entries(await changes())) said[what] = await byPyHanko(roots, pdf);
    expect(said).toEqual({
      ...Object.fromEntries(oneByte.map((what) => [what, ['INVALID']])),
      'bytes after the end': ['INTACT:TRUSTED,EXTENDED_WITH_NONE,ACCEPTABLE_MODIFICATIONS'],
      'its pages swapped': ['INTACT:TRUSTED,EXTENDED_WITH_OTHER,ILLEGAL_MODIFICATIONS'],
    });
  });

  judgedBy('pdfsig')('by pdfsig', async () => {
    const said: Record<string, string[]> = {};
    for (const [what, pdf] of Object.entries(await changes())) said[what] = await byPdfsig(pdf);
    // What was added it counts, and does not look at: swapped pages are any addition to it.
    expect(said).toEqual({
      ...Object.fromEntries(oneByte.map((what) => [what, ['Digest Mismatch. Total document signed']])),
      'one byte of the signature': ['Signature is Invalid. Total document signed'],
      'bytes after the end': ['Signature is Valid. Not total document signed'],
      'its pages swapped': ['Signature is Valid. Not total document signed'],
    });
  });

  judgedBy('DSS')('by DSS', async () => {
    const all = await changes();
    const verdicts = await byDss(roots, ...Object.values(all));
    const said = Object.keys(all).map((what, index) => {
      const [one] = verdicts[index] ?? [];
      return [
        what,
        `${one?.indication}, ${one?.covers}, ${one?.words.replace('BBB_XCV_AIA_PRES_ANS', '').replace(', ]', ']')}`,
      ];
    });
    expect(Object.fromEntries(said)).toEqual({
      ...Object.fromEntries(oneByte.map((what) => [what, 'TOTAL_FAILED HASH_FAILURE, FULL, [BBB_CV_IRDOI_ANS] []'])),
      'one byte of the signature': 'TOTAL_FAILED SIG_CRYPTO_FAILURE, FULL, [BBB_CV_ISI_ANS] []',
      'bytes after the end': 'TOTAL_PASSED, PARTIAL, [] []',
      // It warns that pages look another way in the version that was signed.
      'its pages swapped': 'TOTAL_PASSED, PARTIAL, [] [BBB_FC_IVDBSFR_ANS]',
    });
  });

  test('by ourselves, as whoever checks a letter here is told', async () => {
    const inspector = createInspector({ trust: async () => trustOf(authority) });
    const said: Record<string, string> = {};
    for (const [what, pdf] of Object.entries(await changes())) {
      const found = await inspector.inspect(pdf, new Date().toISOString());
      const [one] = found.kind === 'pdf' ? found.signatures : [];
      said[what] = one
        ? `${one.intact ? 'intact' : 'not intact'}, ${one.covers}, pages ${one.changedPages?.join(' and ') || 'as they were'}`
        : found.kind;
    }
    expect(said).toEqual({
      ...Object.fromEntries(oneByte.map((what) => [what, 'not intact, all, pages as they were'])),
      'bytes after the end': 'intact, then-additions, pages as they were',
      'its pages swapped': 'intact, then-additions, pages 1 and 2',
    });
  });
});
