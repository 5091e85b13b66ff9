import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { composeLetter } from '../../../../templates/letter.ts';
import { openAuthority } from '../../../../worker/adapters/seal/authority.ts';
import { lookAtSealSettings } from '../../../../worker/adapters/seal/look-at-settings.ts';
import { nothingSet } from '../../../../worker/adapters/seal/open-seal.ts';
import { createSeal } from '../../../../worker/adapters/seal/seal.ts';
import { createTypesetter } from '../../../../worker/adapters/typesetter.ts';
import { byPdfsig, byPyHanko, judgedBy } from '../../../support/judges/judges.ts';
import { camliovasLetter } from '../../../support/letters.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-key-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string) => join(folder, name);
const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
const rsa = ['-newkey', 'rsa:2048'];
const curve = (name: string) => ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${name}`];
const forSeals = 'keyUsage=critical,digitalSignature,nonRepudiation';

openssl(
  'req',
  '-x509',
  ...rsa,
  '-nodes',
  '-subj',
  '/CN=Root of Seals',
  '-days',
  '90',
  '-keyout',
  place('root.key'),
  '-out',
  place('root.pem'),
);

/** A key and a certificate below the root, in a PKCS#12 file with the password `open sesame`. */
function keyStore(name: string, kind: string[], more: { usage?: string; export?: string[] } = {}): string {
  const { usage = forSeals, export: options = [] } = more;
  const [key, request, certificate, extensions] = ['key', 'csr', 'pem', 'ext'].map((end) =>
    place(`${name}.${end}`),
  ) as [string, string, string, string];
  writeFileSync(
    extensions,
    `basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n${usage}\n`,
  );
  openssl('req', '-new', ...kind, '-nodes', '-subj', `/O=Open Towns/CN=Seal ${name}`, '-keyout', key, '-out', request);
  openssl(
    'x509',
    '-req',
    '-in',
    request,
    '-CA',
    place('root.pem'),
    '-CAkey',
    place('root.key'),
    '-CAcreateserial',
    '-days',
    '30',
    '-extfile',
    extensions,
    '-out',
    certificate,
  );
  const file = place(`${name}.p12`);
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    key,
    '-in',
    certificate,
    '-certfile',
    place('root.pem'),
    ...options,
    '-passout',
    'pass:open sesame',
    '-out',
    file,
  );
  return file;
}

async function whyNot(file: string, password = 'open sesame'): Promise<string> {
  return await lookAtSealSettings({ ...nothingSet, file, password }).then(
    (found) => `seals as ${found?.holder}`,
    (error: Error) => error.message,
  );
}

const inDays = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000);
const day = (date: Date) => date.toISOString().slice(0, 10);
const said = (error: Error) => error.message;

const kinds = {
  'RSA in a file of today': keyStore('rsa', rsa),
  'RSA in a file of before (3DES)': keyStore('old', rsa, { export: ['-legacy', '-descert'] }),
  'an elliptic key on P-256': keyStore('p256', curve('P-256')),
  'an elliptic key on P-384': keyStore('p384', curve('P-384')),
};

describe('A certificate of one’s own', () => {
  const letter = createTypesetter()(composeLetter(camliovasLetter));
  for (const [kind, file] of Object.entries(kinds)) {
    judgedBy('pdfsig', 'pyHanko')(`seals with ${kind}`, async () => {
      const data = mkdtempSync(join(folder, 'data-'));
      const authority = await openAuthority(data, { ...nothingSet, file, password: 'open sesame' }, 'Open Towns');
      const { bytes, ...said } = await createSeal(authority).seal(letter, new Date().toISOString());
      expect(said).toEqual({ level: 'B-B', verified: 'B-B', authority: 'configured' });
      expect(await byPyHanko(authority.roots.join(''), bytes)).toEqual(['INTACT:TRUSTED,UNTOUCHED']);
      expect(await byPdfsig(bytes)).toEqual(['Signature is Valid. Total document signed']);
    });
  }

  test('the chain goes from the seal to its root, and the seals of before stay known when it changes', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const before = await openAuthority(data, nothingSet, 'Open Towns');
    const settings = { ...nothingSet, file: kinds['an elliptic key on P-256'], password: 'open sesame' };
    const after = await openAuthority(data, settings, 'Open Towns');
    expect([before.chain.length, after.chain.length]).toEqual([2, 2]);
    expect(new Set(after.ours)).toEqual(new Set([...before.ours, after.chain[0]]));
    expect(new Set(after.roots)).toEqual(new Set([before.chain[1], after.chain[1]]));
  });
});

describe('What cannot seal is refused before anything starts, by the name of its setting', () => {
  test('a wrong password, and one for nothing', async () => {
    expect(await whyNot(kinds['an elliptic key on P-256'], 'open barley')).toBe(
      'OASC_SEAL_PASSWORD does not open the file of OASC_SEAL.',
    );
    expect(await whyNot(kinds['RSA in a file of before (3DES)'], 'open barley')).toBe(
      'OASC_SEAL_PASSWORD does not open the file of OASC_SEAL.',
    );
    await expect(lookAtSealSettings({ ...nothingSet, password: 'x' })).rejects.toThrow(
      'OASC_SEAL_PASSWORD opens nothing: OASC_SEAL names no file, so name one, or take it out.',
    );
  });

  test('no file, a file of another kind, certificates without a key', async () => {
    const none = place('certificates.p12');
    openssl('pkcs12', '-export', '-nokeys', '-in', place('root.pem'), '-passout', 'pass:open sesame', '-out', none);
    writeFileSync(place('other.p12'), 'not a key store');
    expect([await whyNot(place('absent.p12')), await whyNot(place('other.p12')), await whyNot(none)]).toEqual([
      `OASC_SEAL cannot be read (ENOENT): there is no readable file ${place('absent.p12')}.`,
      'OASC_SEAL is not a PKCS#12 file (.p12 or .pfx) with a key and its certificate.',
      'OASC_SEAL holds no private key: export it together with its certificate.',
    ]);
  });

  test('a certificate that has ended, an authority’s, one that is not for signing, a key that is too short', async () => {
    const ended = keyStore('ended', curve('P-256'));
    const over = await lookAtSealSettings({ ...nothingSet, file: ended, password: 'open sesame' }, inDays(31)).catch(
      said,
    );
    const early = await lookAtSealSettings({ ...nothingSet, file: ended, password: 'open sesame' }, inDays(-2)).catch(
      said,
    );
    const another = keyStore('usage', curve('P-256'), { usage: 'keyUsage=critical,keyAgreement' });
    const short = keyStore('short', ['-newkey', 'rsa:1024']);
    expect([over, early, await whyNot(another), await whyNot(short)]).toEqual([
      `OASC_SEAL holds a certificate that ended on ${day(inDays(30))}: ask its issuer for a new one.`,
      `OASC_SEAL holds a certificate that begins on ${day(inDays(0))}: until then, seal with the one before.`,
      'OASC_SEAL holds a certificate that is not meant for signing (key usage): ask for one for electronic seals.',
      'OASC_SEAL holds an RSA key of less than 2048 bits, which no longer counts.',
    ]);
    const root = place('authority.p12');
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      place('root.key'),
      '-in',
      place('root.pem'),
      '-passout',
      'pass:open sesame',
      '-out',
      root,
    );
    expect(await whyNot(root)).toBe(
      'OASC_SEAL holds an authority’s certificate, which gives out others and does not sign letters.',
    );
  });
});
