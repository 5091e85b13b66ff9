import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { P12Signer, PDF } from '@libpdf/core';
import type { FoundSignature, UploadFindings } from '../../../../domain/upload-findings.ts';
import { composeLetter } from '../../../../templates/letter.ts';
import { createInspector } from '../../../../worker/adapters/inspection/inspector.ts';
import { createTypesetter } from '../../../../worker/adapters/typesetter.ts';
import { camliovasLetter } from '../../../support/letters.ts';
import { addedTo, contentOf, letterPdf } from '../../../support/pdf-files.ts';
import {
  authority,
  saysQualified,
  saysQualifiedOnDevice,
  signedPdf,
  stampedPdf,
  stamps,
  tokenOver,
} from '../../../support/signing-peers.ts';

const isMissing = spawnSync('pdfsig', ['-v']).error !== undefined;
if (isMissing) console.warn('SKIPPED: the second opinion of pdfsig, which cannot be run (Debian: poppler-utils)');
const testWithPdfsig = isMissing ? test.skip : test;

const folder = mkdtempSync(join(tmpdir(), 'oasc-signatures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = authority(folder, 'Authority of Towns');
const stranger = authority(folder, 'Authority of Nobody');
const mayor = root.certifies('Jagoda Lipna');
const clerk = root.certifies('Ewa Sosna');
const network = root.certifies('Network of Open Towns');
const notary = root.certifies('Notary of Lakowiec', saysQualified);
const onDevice = root.certifies('Notary with a Card', saysQualifiedOnDevice);
const unknown = stranger.certifies('Somebody Else');
const clock = root.certifies('Clock of Towns', stamps);
const token = tokenOver(folder, clock);

const trust = { ours: [network.pem], trusted: [root.pem], qualified: [], timestamps: [root.pem] };
const inspector = createInspector({ trust: async () => trust });
const strict = createInspector();
const now = new Date().toISOString();

const signed = signedPdf(letterPdf, { by: mayor, root });
const byMayor: FoundSignature = {
  kind: 'signature',
  covers: 'all',
  end: signed.length,
  intact: true,
  changedPages: [],
  signer: 'Jagoda Lipna',
  issuer: 'Authority of Towns',
  claimedAt: '2027-03-02T06:00:00.000Z',
  timestamp: 'none',
  timestampedAt: null,
  certificate: 'trusted',
  claimsQualified: false,
};

async function look(bytes: Uint8Array, at = now, by = inspector): Promise<UploadFindings> {
  return await by.inspect(bytes, at);
}

async function onlySignature(bytes: Uint8Array, at = now, by = inspector): Promise<FoundSignature | UploadFindings> {
  const found = await look(bytes, at, by);
  return found.kind === 'pdf' && found.signatures.length === 1 && found.signatures[0] ? found.signatures[0] : found;
}

describe('A letter that the mayor signed with a certificate', () => {
  test('It is whole, by her, and her authority is trusted', async () => {
    expect(await look(signed)).toEqual({ kind: 'pdf', pages: 2, signatures: [byMayor], additions: false });
  });

  test('Where nobody says whom to trust, her certificate is one that is not known', async () => {
    expect(await onlySignature(signed, now, strict)).toEqual({ ...byMayor, certificate: 'unknown' });
  });

  test('An authority that is not trusted does not count, whatever it calls itself', async () => {
    const found = await onlySignature(signedPdf(letterPdf, { by: unknown, root: stranger }));
    expect(found).toMatchObject({ intact: true, certificate: 'unknown', signer: 'Somebody Else' });
  });

  test('Twenty years on, without a timestamp, her certificate has ended; before it began it does not count either', async () => {
    expect(await onlySignature(signed, '2047-01-01T00:00:00.000Z')).toMatchObject({
      intact: true,
      certificate: 'expired',
    });
    expect(await onlySignature(signed, '2007-01-01T00:00:00.000Z')).toMatchObject({
      intact: true,
      certificate: 'expired',
    });
  });

  test('A certificate that says it is qualified is so only where a list says whose are', async () => {
    const pdf = signedPdf(letterPdf, { by: notary, root });
    expect(await onlySignature(pdf)).toMatchObject({ claimsQualified: true, certificate: 'trusted' });
    const granted = [{ from: '2016-07-01T00:00:00.000Z', until: null }];
    const qualified = [{ name: 'Qualified seals and signatures', certificates: [root.pem], granted }];
    const listed = createInspector({ trust: async () => ({ ...trust, trusted: [], qualified }) });
    expect(await onlySignature(pdf, now, listed)).toMatchObject({ claimsQualified: true, certificate: 'trusted' });
    expect(await onlySignature(signedPdf(letterPdf, { by: onDevice, root }), now, listed)).toMatchObject({
      claimsQualified: true,
      certificate: 'qualified',
    });
    expect(await onlySignature(signed, now, listed)).toMatchObject({ claimsQualified: false, certificate: 'unknown' });
  });

  test('The network’s own seal is known by its certificate', async () => {
    expect(await onlySignature(signedPdf(letterPdf, { by: network, root }))).toMatchObject({
      certificate: 'ours',
      intact: true,
    });
  });

  testWithPdfsig('poppler’s pdfsig sees the same signature', () => {
    const file = join(folder, 'signed.pdf');
    writeFileSync(file, signed);
    const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
    expect(stdout).toContain('Signature is Valid.');
    expect(stdout).toContain('Total document signed');
  });
});

describe('A letter that somebody signed with other software', () => {
  const typeset = createTypesetter();

  test.each(['ETSI.CAdES.detached', 'adbe.pkcs7.detached'] as const)(
    'Signed by libpdf as %s, twice, it is read the same',
    async (subFilter) => {
      const file = join(folder, 'mayor.p12');
      const words = [
        'pkcs12',
        '-export',
        '-in',
        mayor.certFile,
        '-inkey',
        mayor.key,
        '-certfile',
        root.certFile,
        '-passout',
        'pass:pen',
        '-out',
        file,
      ];
      expect(spawnSync('openssl', words).status).toEqual(0);
      const signer = await P12Signer.create(new Uint8Array(readFileSync(file)), 'pen');
      const pdf = await PDF.load(typeset(composeLetter(camliovasLetter)));
      const once = (await pdf.sign({ signer, subFilter })).bytes;
      const again = await PDF.load(once);
      const twice = (await again.sign({ signer, subFilter })).bytes;
      const found = await look(twice);
      expect(
        found.kind === 'pdf' &&
          found.signatures.map(({ covers, intact, certificate, changedPages, end }) => ({
            covers,
            intact,
            certificate,
            changedPages,
            end,
          })),
      ).toEqual([
        { covers: 'then-additions', intact: true, certificate: 'trusted', changedPages: [], end: once.length },
        { covers: 'all', intact: true, certificate: 'trusted', changedPages: [], end: twice.length },
      ]);
    },
  );
});

describe('What was done to it afterwards', () => {
  test('One byte that is another anywhere in what is signed breaks it', async () => {
    for (const place of [20, Math.floor(letterPdf.length / 2), signed.length - 3]) {
      const changed = Buffer.from(signed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const found = await look(changed);
      expect(found.kind === 'pdf' ? found.signatures.map(({ intact }) => intact) : found.kind).not.toContain(true);
    }
  });

  test('Bytes after the end are an addition that shows nowhere', async () => {
    const found = await look(Buffer.concat([signed, Buffer.from('%more\n')]));
    expect(found).toEqual({
      kind: 'pdf',
      pages: 2,
      signatures: [{ ...byMayor, covers: 'then-additions' }],
      additions: true,
    });
  });

  test('A page that says something else since is named', async () => {
    const swapped = addedTo(signed, new Map([[7, contentOf('Signed by nobody')]]));
    expect(await onlySignature(swapped)).toEqual({ ...byMayor, covers: 'then-additions', changedPages: [2] });
  });

  test('A page that was added, and one that was taken out, are named', async () => {
    const more = addedTo(
      signed,
      new Map([
        [2, '<< /Type /Pages /Count 3 /Kids [4 0 R 6 0 R 20 0 R] >>'],
        [
          20,
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 21 0 R >>',
        ],
        [21, contentOf('And a debt of a million')],
      ]),
    );
    const less = addedTo(signed, new Map([[2, '<< /Type /Pages /Count 1 /Kids [4 0 R] >>']]));
    expect(await onlySignature(more)).toMatchObject({ intact: true, covers: 'then-additions', changedPages: [3] });
    expect(await onlySignature(less)).toMatchObject({ intact: true, covers: 'then-additions', changedPages: [2] });
  });

  test('A second signature after the first: both hold, and no page looks another way', async () => {
    const twice = signedPdf(signed, { by: clerk, root, field: 'Signature2' });
    expect(await look(twice)).toEqual({
      kind: 'pdf',
      pages: 2,
      signatures: [
        { ...byMayor, covers: 'then-additions' },
        { ...byMayor, signer: 'Ewa Sosna', end: twice.length },
      ],
      additions: false,
    });
  });

  test('What hides under a signature and is laid open later is seen (a shadow attack)', async () => {
    const hidden = addedTo(letterPdf, new Map([[9, contentOf('We owe a million')]]));
    const shadowed = signedPdf(hidden, { by: mayor, root });
    const opened = addedTo(
      shadowed,
      new Map([
        [
          6,
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 9 0 R >>',
        ],
      ]),
    );
    expect(await onlySignature(opened)).toMatchObject({ intact: true, covers: 'then-additions', changedPages: [2] });
  });
});

describe('Ranges that leave something out', () => {
  const notTrusted = { covers: 'part', intact: false, end: 0, changedPages: null };
  const ranges: [string, (numbers: number[], length: number) => number[]][] = [
    ['does not begin at the start', ([, before = 0, after = 0, rest = 0]) => [9, before - 9, after, rest]],
    [
      'leaves more open than the signature itself',
      ([start = 0, before = 0, after = 0, rest = 0]) => [start, before - 40, after, rest],
    ],
    [
      'leaves open what stands after the signature',
      ([start = 0, before = 0, after = 0, rest = 0]) => [start, before, after + 40, rest - 40],
    ],
    ['overlaps itself', ([start = 0, before = 0, , rest = 0]) => [start, before + 50, before, rest]],
    ['goes beyond the end', ([start = 0, before = 0, after = 0, rest = 0]) => [start, before, after, rest + 1]],
    ['covers nothing', () => [0, 0, 0, 0]],
    ['has numbers too large to be true', ([start = 0, before = 0]) => [start, before, 9_999_999_999, 9_999_999_999]],
  ];
  test.each(ranges)('A signature whose range %s is not trusted', async (_, range) => {
    expect(await onlySignature(signedPdf(letterPdf, { by: mayor, root, range }))).toMatchObject(notTrusted);
  });

  test('A range without numbers, without its end or without a signature is not trusted', async () => {
    const written = signed.toString('latin1');
    for (const changed of [
      written.replace(/\/ByteRange \[[^\]]*\]/, (found) => '/ByteRange []'.padEnd(found.length)),
      written.replace(/\/ByteRange \[[^\]]*\]/, (found) => '/ByteRange null'.padEnd(found.length)),
      written.replace(/\/Contents <[^>]*>/, (found) => '/Contents ()'.padEnd(found.length)),
      written.replace(/\/Contents </, '/Kontents <'),
    ])
      expect(await onlySignature(Buffer.from(changed, 'latin1'))).toMatchObject({ covers: 'part', intact: false });
  });

  test('A signature that lies in the file and belongs to no field of the document is not trusted', async () => {
    const orphan = addedTo(signed, new Map([[1, '<< /Type /Catalog /Pages 2 0 R >>']]));
    expect(await onlySignature(orphan)).toMatchObject(notTrusted);
  });

  test('The same range told by two signatures counts for neither', async () => {
    const text = signed.toString('latin1');
    const range = /\/ByteRange \[[^\]]*\]/.exec(text)?.[0] ?? '';
    const twice = addedTo(signed, new Map([[30, `<< /Type /Sig ${range} >>`]]));
    const found = await look(twice);
    expect(found.kind === 'pdf' && found.signatures.map(({ covers, intact }) => [covers, intact])).toEqual([
      ['then-additions', true],
      ['part', false],
    ]);
  });

  test('A signature that carries other words of its own inside is not taken for one of the file', async () => {
    const { stdout } = spawnSync(
      'openssl',
      ['cms', '-sign', '-binary', '-nodetach', '-signer', mayor.certFile, '-inkey', mayor.key, '-outform', 'DER'],
      { input: 'other words' },
    );
    const changed = Buffer.from(signed);
    const place = changed.indexOf('/Contents <') + '/Contents <'.length;
    changed.write(`${stdout.toString('hex')}`.padEnd(8192 * 2, '0'), place, 'latin1');
    expect(await onlySignature(changed)).toMatchObject({ intact: false, covers: 'all' });
  });
});

describe('Its timestamp', () => {
  const stamped = signedPdf(letterPdf, { by: mayor, root, stamp: token });

  test('By a trusted authority and over this very signature it holds, also when the certificate has long ended', async () => {
    const found = await onlySignature(stamped, '2047-01-01T00:00:00.000Z');
    expect(found).toMatchObject({ intact: true, timestamp: 'valid', certificate: 'trusted' });
    const at = 'timestampedAt' in found ? Date.parse(found.timestampedAt ?? '') : 0;
    expect(Math.abs(at - Date.now()) < 120_000).toBe(true);
  });

  test('Taken from another document it is found out', async () => {
    const replayed = signedPdf(letterPdf, { by: mayor, root, stamp: () => token(Buffer.from('another signature')) });
    expect(await onlySignature(replayed)).toMatchObject({
      intact: true,
      timestamp: 'other-document',
      timestampedAt: null,
    });
  });

  test('By an authority that nobody trusts it is told as such', async () => {
    const foreign = tokenOver(folder, stranger.certifies('Clock of Nobody', stamps));
    const pdf = signedPdf(letterPdf, { by: mayor, root, stamp: foreign });
    expect(await onlySignature(pdf)).toMatchObject({ timestamp: 'untrusted', timestampedAt: null });
  });

  test('Forged in its time it is broken, and so is what is no token at all', async () => {
    const forge = (bytes: Uint8Array) => {
      const genuine = Buffer.from(token(bytes));
      const year = genuine.indexOf(String(new Date().getUTCFullYear()));
      genuine.write('1999', year, 'latin1');
      return new Uint8Array(genuine);
    };
    const nonsense = () => new Uint8Array(Buffer.from('30060204deadbeef', 'hex'));
    expect(await onlySignature(signedPdf(letterPdf, { by: mayor, root, stamp: forge }))).toMatchObject({
      timestamp: 'broken',
    });
    expect(await onlySignature(signedPdf(letterPdf, { by: mayor, root, stamp: nonsense }))).toMatchObject({
      timestamp: 'broken',
    });
  });

  test('One over the whole document is told apart from a signature', async () => {
    const found = await look(stampedPdf(signed, token));
    expect(
      found.kind === 'pdf' &&
        found.signatures.map(({ kind, covers, intact, timestamp }) => [kind, covers, intact, timestamp]),
    ).toEqual([
      ['signature', 'then-additions', true, 'none'],
      ['document-timestamp', 'all', true, 'valid'],
    ]);
  });
});
