import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { Hono } from 'hono';
import { Network } from '../../../domain/network.ts';
import { openRecords } from '../../../records/records.ts';
import { linkToken, openSecret } from '../../../records/secrets.ts';
import type { Door } from '../../../service/door.ts';
import { applicationFields, type Filling } from '../../../web/portal/form-fields.ts';
import { createPortal } from '../../../web/portal/portal.tsx';
import { createInspector } from '../../../worker/adapters/inspection/inspector.ts';
import { anApplication } from '../../support/portal-inputs.ts';

const origin = 'http://portal.example';
const now = '2027-03-02T09:00:00.000Z';
const formId = '3f0c7a52-58a1-4f0a-9a53-b1a4f6a1f6d1';
let folder: string;
let door: Door;
let portal: Hono;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oasc-portal-'));
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  door = {
    records: await openRecords(folder),
    secret: await openSecret(folder),
    inspector: createInspector(),
    temporal: new Client({ connection }),
    network: Network.parse(JSON.parse(await readFile('network.json', 'utf8'))),
    clock: { now: () => now },
    address: origin,
  };
  portal = new Hono().route('/join', createPortal(door));
});

afterAll(async () => {
  await door.records.close();
  await rm(folder, { recursive: true });
});

const get = (path: string) => portal.request(`${origin}${path}`);
const post = (path: string, fields: Filling, headers: Record<string, string> = { origin }) =>
  portal.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });

async function nothingIsWritten(): Promise<void> {
  for (const table of ['cases', 'papers', 'people', 'links', 'audit', 'documents'] as const)
    expect(await door.records.database.selectFrom(table).selectAll().execute()).toEqual([]);
}

test('the application form offers three people and three facts, and more where the address asks for more', async () => {
  const names = async (path: string) =>
    [...(await (await get(path)).text()).matchAll(/name="((?:contacts|claims)\[\d+\]\.(?:name|text))"/g)].map(
      ([, name]) => name,
    );
  const rows = (contacts: number, claims: number) => [
    ...Array.from({ length: contacts }, (_, row) => `contacts[${row}].name`),
    ...Array.from({ length: claims }, (_, row) => `claims[${row}].text`),
  ];
  expect(await names('/join')).toEqual(rows(3, 3));
  expect(await names('/join?contacts=5&claims=1')).toEqual(rows(5, 1));
  expect(await names('/join?contacts=900&claims=-2')).toEqual(rows(20, 3));
});

test('a refused form is answered under the same rules as every page', async () => {
  const { status, headers } = await post('/join', [], { origin: 'https://elsewhere.example' });
  expect([
    status,
    headers.get('cache-control'),
    headers.get('x-frame-options'),
    headers.get('referrer-policy'),
  ]).toEqual([403, 'no-store', 'DENY', 'same-origin']);
});

test('every page forbids scripts, frames, copies and telling other sites where the reader came from', async () => {
  for (const path of ['/join', '/join/unknown', '/join/a/b/c', '/join/new-link']) {
    const { headers } = await get(path);
    expect([
      headers.get('content-security-policy'),
      headers.get('cache-control'),
      headers.get('referrer-policy'),
      headers.get('x-frame-options'),
    ]).toEqual([
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'no-store',
      'same-origin',
      'DENY',
    ]);
  }
});

test('an application with problems comes back whole: everything typed is kept, each problem at its field, nothing written', async () => {
  const fields = applicationFields(anApplication).filter(([name]) => !/population\.source|principles/.test(name));
  const wrong: Filling = [
    ['form', formId],
    ...fields.map(([name, value]): [string, string] => [name, name === 'mandate.decidedOn' ? '2027-02-30' : value]),
    ['contacts[2].role', 'press'],
    ['contacts[2].name', 'Basın <b>bürosu</b>'],
    ['contacts[2].email', 'a@b.example\r\nBcc: c@d.example'],
    ['contacts[2].language', 'tr'],
  ];
  const response = await post('/join', wrong);
  const text = await response.text();
  expect(response.status).toBe(422);
  expect(/<title>([^<]*)/.exec(text)?.[1]).toBe('Error: Apply to join – OASC');
  expect([...text.matchAll(/<li><a href="#([^"]*)">([^<]*)<\/a><\/li>/g)].map(([, to, what]) => [to, what])).toEqual([
    ['apply%3Aauthority.population.source', 'Enter where the population figure comes from'],
    [
      'apply%3Acontacts%5B2%5D.email',
      'The e-mail address of this person is not one e-mail address such as office@town.example',
    ],
    ['apply%3Amandate.decidedOn', 'The day of the decision is not a day that exists: write it as 2027-02-24'],
    ['apply%3Aagreements.principles', 'Tick that you agree to the principles'],
  ]);
  expect(text).toContain('id="apply:authority.population.source:problem"');
  expect(text).toContain('value="Çamlıova Büyükşehir Belediyesi"');
  expect(text).toContain('value="Basın &lt;b&gt;bürosu&lt;/b&gt;"');
  expect(text).toContain(`>\n${anApplication.motivation}</textarea>`);
  await nothingIsWritten();
});

test('a decision that lies in the future is named, as of the door’s own clock', async () => {
  const fields = applicationFields({
    ...anApplication,
    mandate: { ...anApplication.mandate, decidedOn: '2027-03-03', effectiveOn: '2027-03-03' },
  });
  const response = await post('/join', fields);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('The day of the decision lies in the future: today is 2027-03-02');
  await nothingIsWritten();
});

test('asking for more rows brings one row more, keeps everything typed, and sends nothing', async () => {
  const response = await post('/join', [
    ['form', formId],
    ['contacts[2].name', ' Zofia'],
    ['motivation', '\r\nTwo lines\r\nbelow an empty one'],
    ['more', 'contacts'],
  ]);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text.match(/name="contacts\[\d\]\.name"/g)).toHaveLength(4);
  expect(text).toContain('name="contacts[2].name" type="text" dir="auto" autocomplete="off" value=" Zofia"');
  expect(text).toContain('>\n\r\nTwo lines\r\nbelow an empty one</textarea>');
  expect(text).toContain(`name="form" value="${formId}"`);
  expect(text).not.toContain('class="problem"');
  await nothingIsWritten();
});

test('a link that was changed and one that never was get the same answer, byte for byte', async () => {
  const real = linkToken(door.secret, 'a'.repeat(32));
  const changed = `${real.slice(0, -1)}${real.endsWith('A') ? 'B' : 'A'}`;
  const without = async (path: string) => {
    const response = await get(path);
    return [response.status, (await response.text()).replace(/name="form" value="[^"]*"/, '')];
  };
  const never = await without(`/join/${'b'.repeat(32)}.${'c'.repeat(43)}`);
  expect(never[0]).toBe(404);
  expect(await without(`/join/${changed}`)).toEqual(never);
  expect(await without(`/join/${real}`)).toEqual(never);
  expect((await post(`/join/${changed}/sign`, [])).status).toBe(404);
  expect((await get(`/join/${changed}/letter.pdf`)).status).toBe(404);
});

test('asking for a new link is answered the same for every address', async () => {
  const answers = await Promise.all(
    ['nobody@town.example', 'no address', ''].map(async (email) => {
      const response = await post('/join/new-link', [['email', email]]);
      return [response.status, await response.text()];
    }),
  );
  expect(answers[0]?.[0]).toBe(200);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('a form that was sent from another place is refused, and one without any origin too', async () => {
  for (const headers of [{ origin: 'https://elsewhere.example' }, {}]) {
    const response = await post('/join', applicationFields(anApplication), headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('This form was not sent from our own page.');
  }
  await nothingIsWritten();
});

test('a form that is too large is refused before it is read: 1 MB, and 21 MB where a scan is sent', async () => {
  const token = 'x.y';
  const sizes = async (path: string, size: number) => (await post(path, [['motivation', 'a'.repeat(size)]])).status;
  expect(await sizes('/join', 1024 * 1024)).toBe(413);
  expect(await sizes(`/join/${token}/upload`, 2 * 1024 * 1024)).toBe(404);
  expect(await sizes(`/join/${token}/upload`, 21 * 1024 * 1024)).toBe(413);
  await nothingIsWritten();
});

test('an act that there is none of, and a page that there is none of, say so', async () => {
  expect((await post('/join/x.y/abolish', [])).status).toBe(404);
  expect((await post('/join/x.y/__proto__', [])).status).toBe(404);
  expect((await get('/join/sent/not-a-reference')).status).toBe(404);
});

test('the page after sending shows the reference, whatever it is, and nothing from the records', async () => {
  const response = await get('/join/sent/CAM-4Q7T');
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('Your reference: CAM-4Q7T');
});
