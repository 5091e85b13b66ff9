import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Hono } from 'hono';
import { sha256 } from '../../../domain/canonical.ts';
import type { LetterChecked } from '../../../domain/letter-checked.ts';
import { keepDocument } from '../../../records/documents-kept.ts';
import { checkToken } from '../../../records/secrets.ts';
import { createApp } from '../../../web/app.ts';
import { visitsByAddress } from '../../../web/check/crowd.ts';
import { acts, camliova, issued, play } from '../../support/city-in-play.ts';
import { hostileFiles } from '../../support/hostile-files.ts';
import { addedTo, contentOf, letterPdf, pagesOf, pdfOf } from '../../support/pdf-files.ts';
import { authority, signedPdf } from '../../support/signing-peers.ts';
import { type Office, openOffice, writeDown } from '../staff-api/office.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-check-'));
const root = authority(folder, 'TEST Authority of Open Towns');
const network = root.certifies('TEST Seal of Open Towns');
const stranger = authority(folder, 'Authority of Nobody');
const trust = { ours: [network.pem], trusted: [root.pem], qualified: [], timestamps: [] };

const first = pdfOf(pagesOf(['Letter of Intent', 'First version']));
const sealed = signedPdf(letterPdf, { by: network, root });
const certificate = signedPdf(pdfOf(pagesOf(['Certificate of completion'])), { by: network, root });
const scan = pdfOf(pagesOf(['Signed with a pen']));

let office: Office;
let app: Hono;

/** Çamlıova: a first letter that was replaced, a second that the mayor signed, and its seal. */
const issuedFirst = play(camliova, acts.accept, {
  kind: 'letter-issued',
  letter: { ...issued, sha256: sha256(first) },
});
const toSign = play(issuedFirst, acts['void-letter'], acts['issue-letter'], {
  kind: 'letter-issued',
  letter: { ...issued, sha256: sha256(letterPdf), number: 2 },
});
const member = play(
  toSign,
  { ...acts.sign, decision: { ...acts.sign.decision, sha256: sha256(letterPdf) } },
  acts.verify,
  acts.countersign,
  {
    kind: 'letter-sealed',
    sha256: sha256(sealed),
    certificateSha256: sha256(certificate),
    seal: { claimed: 'B-T', verified: 'B-T', authority: 'test' },
  },
);
/** Lakowiec, which handed in a scan. */
const lakowiec = play(
  { ...toSign, case: 'pl-lakowiec.1', city: 'pl-lakowiec' },
  { ...acts.upload, decision: { ...acts.upload.decision, sha256: sha256(scan) } },
);

beforeAll(async () => {
  office = await openOffice({ trust: async () => trust });
  app = createApp(office.door, { siteFolder: join(folder, 'site') });
  for (const pdf of [first, letterPdf, sealed, certificate, scan])
    await keepDocument(office.door.records, pdf, 'application/pdf');
  await writeDown(office, member);
  await writeDown(office, lakowiec);
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function post(
  fields: Record<string, string | Uint8Array>,
): Promise<{ status: number; title: string; text: string; html: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    body.append(name, typeof value === 'string' ? value : new File([new Uint8Array(value)], 'secret-name.pdf'));
  return await page(await app.request('/check', { method: 'POST', body }));
}

async function page(response: Response) {
  const html = await response.text();
  const text = html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  return {
    status: response.status,
    title:
      /<h1>(.*?)<\/h1>/s
        .exec(html)?.[1]
        ?.replace(/<[^>]+>/g, '')
        .trim() ?? '',
    text,
    html,
  };
}

async function ask(bytes: Uint8Array): Promise<LetterChecked> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(bytes)], 'letter'));
  return (await (await app.request('/api/letters/check', { method: 'POST', body })).json()) as LetterChecked;
}

describe('Whoever holds a file', () => {
  test('The sealed letter is genuine, and the test authority is said loudly', async () => {
    const { status, title, text } = await post({ letter: sealed });
    expect([status, title]).toEqual([200, '+ Genuine']);
    expect(text).toContain(
      'This is the Letter of Intent that we sealed for tr-camliova on 2 March 2027. Not one byte has changed.',
    );
    expect(text).toContain('This seal is a TEST');
    expect(text).toContain('Member from 2 March 2027');
    expect(text).toContain('Level of the seal PAdES baseline B-T: an authority vouches for its time');
    expect(text).toContain('Signed by the city in the portal, a simple electronic signature (SES)');
    expect(text).toContain((sha256(sealed).match(/.{4}/g) ?? []).join(' '));
    expect(text).not.toContain('secret-name');
  });

  test('The certificate of completion is genuine, too', async () => {
    const { title, text } = await post({ letter: certificate });
    expect(title).toEqual('+ Genuine');
    expect(text).toContain('This is the certificate of how the Letter of Intent of tr-camliova was signed');
  });

  test('The letter that was sent out for signing is ours, and nothing is told of what became of it', async () => {
    const { title, text } = await post({ letter: letterPdf });
    expect(title).toEqual('+ Genuine, as it was sent out for signing');
    expect(text).toContain('This copy bears no signature, and says nothing about membership.');
    expect(text).not.toMatch(/Member from|sealed for|waits/);
  });

  test('A letter that was replaced is ours and counts no longer; a scan is known as it was handed in', async () => {
    expect((await post({ letter: first })).title).toEqual('x Ours, and counts no longer');
    expect((await post({ letter: scan })).title).toEqual('+ Known, as it was handed in');
  });

  test('With something added behind, our letter is still inside; a page that changed by it is named', async () => {
    const longer = Buffer.concat([sealed, Buffer.from('% a remark\n')]);
    expect((await post({ letter: longer })).text).toContain('Something was added behind it later.');
    expect(await ask(longer)).toMatchObject({ verdict: 'additions', changedPages: [], letter: { as: 'sealed' } });
    const swapped = addedTo(sealed, new Map([[7, contentOf('Signed by nobody')]]));
    expect(await ask(swapped)).toMatchObject({ verdict: 'additions', changedPages: [2], letter: { as: 'sealed' } });
    expect((await post({ letter: swapped })).text).toContain('Page 2 looks another way since');
    const unsealed = addedTo(letterPdf, new Map([[7, contentOf('Signed by nobody')]]));
    expect(await ask(unsealed)).toMatchObject({ verdict: 'additions', changedPages: null, letter: { as: 'issued' } });
  });

  test('One byte that is another is found wherever it is: in the text, in the seal, or where a half is missing', async () => {
    const place = sealed.indexOf('/Contents <') + 3000;
    for (const at of [100, sealed.length - 40, place]) {
      const changed = Buffer.from(sealed);
      changed.write(changed[at] === 0x61 ? 'b' : 'a', at, 'latin1');
      expect([at, (await ask(changed)).verdict]).toEqual([at, 'changed']);
    }
    expect((await ask(sealed.subarray(0, sealed.length - 400))).verdict).toEqual('changed');
    expect((await post({ letter: sealed.subarray(0, sealed.length - 400) })).title).toEqual('x Changed');
  });

  test('What we did not make is not known, whoever signed it', async () => {
    expect((await post({ letter: pdfOf(pagesOf(['Something else'])) })).title).toEqual('? Not known');
    const foreign = signedPdf(pdfOf(pagesOf(['Elsewhere'])), {
      by: stranger.certifies('Somebody Else'),
      root: stranger,
    });
    const { title, text } = await post({ letter: foreign });
    expect(title).toEqual('? Not known');
    expect(text).toContain(
      'Somebody Else (certified by Authority of Nobody): the signed bytes are intact; nobody here vouches',
    );
  });

  test('Our seal on a letter that the records do not have is still our seal', async () => {
    const other = signedPdf(pdfOf(pagesOf(['From before'])), { by: network, root });
    expect(await ask(other)).toMatchObject({ verdict: 'ours', letter: null });
  });

  test('Harmful files get a calm answer, and the page stays', async () => {
    const answers: [string, number, string][] = [];
    for (const { what, bytes } of await hostileFiles()) {
      const { status, title } = await post({ letter: bytes });
      answers.push([what, status, title]);
    }
    const others: Record<string, [number, string]> = {
      'nothing at all': [422, 'Choose a file first'],
      'a letter that is an archive, too': [200, '! Genuine, with additions'],
    };
    const expected = answers.map(([what]) => [what, ...(others[what] ?? [200, '? We could not look at this file'])]);
    expect(answers).toEqual(expected);
  }, 120_000);

  test('A fingerprint alone is enough; what is none is said to be none', async () => {
    const spaced = (sha256(sealed).toUpperCase().match(/.{4}/g) ?? []).join(' ');
    expect((await post({ fingerprint: spaced })).title).toEqual('+ Genuine');
    expect((await post({ fingerprint: 'f'.repeat(64) })).title).toEqual('? Not known');
    expect((await post({ fingerprint: 'abc' })).title).toEqual('That is no fingerprint');
    expect((await post({ fingerprint: '' })).title).toEqual('Choose a file first');
  });

  test('More than 20 MB is refused before it is read', async () => {
    const { status, title } = await post({ letter: Buffer.alloc(21 * 1024 * 1024) });
    expect([status, title]).toEqual([413, 'The file is too large']);
  });

  test('Nothing of a file that is not ours stays anywhere in the records', async () => {
    const { database } = office.door.records;
    const rows = await database.selectFrom('documents').select('sha256').execute();
    expect(rows.map((row) => row.sha256).toSorted()).toEqual(
      [first, letterPdf, sealed, certificate, scan].map(sha256).toSorted(),
    );
    const kept: string[] = [];
    for await (const hash of office.door.records.documents.hashes()) kept.push(hash);
    expect(kept.length).toEqual(5);
  });
});

describe('Whoever scans the code on a letter', () => {
  const scanned = async (token: string) => await page(await app.request(`/check/${token}`));

  test('On the sealed letter it tells what the letter tells, with the fingerprint to compare', async () => {
    const { title, text } = await scanned(checkToken(office.door.secret, 'tr-camliova.1', 2, 'sealed'));
    expect(title).toEqual('+ This code is ours');
    expect(text).toContain('we sealed for tr-camliova on 2 March 2027');
    expect(text).toContain((sha256(sealed).match(/.{4}/g) ?? []).join(' '));
  });

  test('On a letter that was sent out it does not tell that it was signed since', async () => {
    const { title, text } = await scanned(checkToken(office.door.secret, 'tr-camliova.1', 2));
    expect(title).toEqual('+ This code is ours');
    expect(text).toContain('that we sent to tr-camliova for signing');
    expect(text).not.toMatch(/Member from|sealed for/);
    expect(text).not.toContain((sha256(sealed).match(/.{4}/g) ?? []).join(' '));
  });

  test('On a letter that was replaced it says so; what we did not print is not ours', async () => {
    expect((await scanned(checkToken(office.door.secret, 'tr-camliova.1', 1))).title).toEqual(
      'x Ours, and counts no longer',
    );
    const token = checkToken(office.door.secret, 'tr-camliova.1', 2);
    for (const wrong of [`${token}x`, token.replace('.2.', '.1.'), '%00', 'tr-camliova.1'])
      expect([wrong, (await scanned(wrong)).title]).toEqual([wrong, 'This code is not ours']);
  });
});

describe('The page itself', () => {
  test('Only a few letters are looked at beside each other; whoever comes then is told to come again', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, async () => (await post({ letter: scan })).status));
    expect(answers.filter((status) => status === 429).length).toEqual(3);
    expect(answers.filter((status) => status === 200).length).toEqual(6);
    expect((await post({ letter: scan })).status).toEqual(200);
  });

  test('Whoever comes more than twenty times a minute has to wait, and nobody else', () => {
    let now = 0;
    const visits = visitsByAddress(() => now);
    const waits = Array.from({ length: 21 }, () => visits.mayCome('192.0.2.7'));
    expect(waits).toEqual([...Array.from({ length: 20 }, () => null), 60]);
    expect(visits.mayCome('192.0.2.8')).toEqual(null);
    now = 60_000;
    expect(visits.mayCome('192.0.2.7')).toEqual(null);
  });

  test('It has a form without a script, may stand in no frame, and is never kept', async () => {
    const response = await app.request('/check');
    const { html } = await page(response.clone());
    expect(html).not.toContain('<script');
    expect(html).toContain('<form method="post" action="/check" enctype="multipart/form-data">');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toEqual('no-store');
    expect((await app.request('/check/')).headers.get('location')).toEqual('/check');
    expect((await app.request('/check/style.css')).headers.get('content-type')).toEqual('text/css; charset=utf-8');
  });
});
