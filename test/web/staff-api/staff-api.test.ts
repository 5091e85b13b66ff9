import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginDelivery } from '../../../records/deliveries.ts';
import { createStaffApi } from '../../../web/staff-api/staff-api.ts';
import { camliova } from '../../support/city-in-play.ts';
import { type Office, openOffice, said, tokenOf, writeDown } from './office.ts';

let office: Office;
let token: { authorization: string };

beforeAll(async () => {
  office = await openOffice();
  token = await tokenOf(office, ['reviewer', 'editor', 'approver']);
  await writeDown(office, camliova);
});
afterAll(() => office.close());

const routes = [
  'DELETE /me/absence',
  'DELETE /staff/{id}',
  'GET /announcements',
  'GET /announcements/{id}',
  'GET /announcements/{id}/preview',
  'GET /audit',
  'GET /audit/verify',
  'GET /cases',
  'GET /cases/counts',
  'GET /cases/{case}',
  'GET /cases/{case}/documents/{sha256}',
  'GET /cases/{case}/evidence',
  'GET /cases/{case}/export',
  'GET /cases/{case}/letter',
  'GET /health',
  'GET /mails',
  'GET /mails/{id}/copy',
  'GET /me',
  'GET /members',
  'GET /openapi.json',
  'GET /outbox',
  'GET /staff',
  'POST /announcements',
  'POST /announcements/{id}/acts',
  'POST /applications',
  'POST /applications/import',
  'POST /cases/{case}/acts',
  'POST /cases/{case}/assign',
  'POST /cases/{case}/keep-apart',
  'POST /cases/{case}/letter',
  'POST /cases/{case}/merge',
  'POST /cases/{case}/notes',
  'POST /cases/{case}/questions',
  'POST /cases/{case}/questions/{question}/reply',
  'POST /cases/{case}/scan',
  'POST /documents',
  'POST /letters/check',
  'POST /mails/bounced',
  'POST /mails/reports',
  'POST /me/absence',
  'POST /members/import',
  'POST /staff',
  'POST /staff/{id}/absence',
  'POST /statements/check',
];

test('whoever asks may know that the API is there', async () => {
  const answer = await office.api.request('/health');
  expect(answer.headers.get('cache-control')).toEqual('no-store');
  expect(await said(answer)).toEqual({ status: 200, body: { status: 'ok' } });
});

test.each(routes.filter((route) => !/health|openapi|check/.test(route)))('%s is for staff only', async (route) => {
  const [method = '', path = ''] = route.split(' ');
  const asked = (headers: Record<string, string>) => office.api.request(path.replace(/[{}]/g, ''), { method, headers });
  const refusals = [{}, { authorization: 'Bearer oasc_unknown' }, { authorization: token.authorization.slice(7) }];
  for (const headers of refusals) {
    const answer = await asked({ ...headers });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="staff"']);
  }
});

test('an address that is none is answered with where to look', async () => {
  expect(await said(await office.api.request('/citys', { headers: token }))).toEqual({
    status: 404,
    body: {
      error: {
        code: 'not-found',
        message: 'There is nothing at this address of the API: /api/openapi.json lists what there is.',
        what: 'address',
      },
    },
  });
});

test.each(['{"id": ', '', 'null x'])('a body of %j is not JSON, and that is said', async (body) => {
  const headers = { ...token, 'content-type': 'application/json' };
  expect(await said(await office.api.request('/cases/camliova/acts', { method: 'POST', headers, body }))).toEqual({
    status: 400,
    body: { error: { code: 'not-json', message: 'The body is not JSON: check quotation marks, commas and brackets.' } },
  });
});

test('a body that does not say what it is, is not taken', async () => {
  const headers = { ...token, 'content-type': 'text/plain' };
  const answer = await office.api.request('/cases/camliova/acts', { method: 'POST', headers, body: '{}' });
  expect(await said(answer)).toMatchObject({ status: 415, body: { error: { code: 'wrong-type' } } });
});

test('a body without a file may have 1 MB, and not a byte more', async () => {
  const headers = { ...token, 'content-type': 'application/json' };
  const sent = (length: number) =>
    office.api.request('/cases/camliova/acts', { method: 'POST', headers, body: `"${'x'.repeat(length - 2)}"` });
  expect((await sent(1024 * 1024)).status).toEqual(422);
  expect(await said(await sent(1024 * 1024 + 1))).toEqual({
    status: 413,
    body: { error: { code: 'too-large', message: 'That is too large: send at most 1 MB.' } },
  });
});

test('the log of what was done is given whole or about one case, and its check', async () => {
  const entries = await office.api.request('/audit?subject=tr-camliova.1', { headers: token });
  expect(await said(entries)).toMatchObject({
    status: 200,
    body: [{ number: 2, id: 'tr-camliova.1/form', subject: 'tr-camliova.1', kind: 'applied', actor: 'contact' }],
  });
  const all = (await (await office.api.request('/audit', { headers: token })).json()) as { kind: string }[];
  expect(all.map(({ kind }) => kind)).toEqual(['staff-added', 'applied']);
  expect(await said(await office.api.request('/audit/verify', { headers: token }))).toMatchObject({
    status: 200,
    body: { entries: 2, verified: true, problems: [] },
  });
  expect((await office.api.request('/audit?subject=a&subject=b', { headers: token })).status).toEqual(422);
});

test('a mail is shown as it is kept, without its link', async () => {
  const { database, documents } = office.door.records;
  const words = { subject: 'Your application', text: 'Follow it here: (link)', html: '<p>Follow it here: (link)</p>' };
  const copy = await documents.put(Buffer.from(JSON.stringify(words)));
  const id = 'tr-camliova.1/mail/1';
  const mail = { id, subject: 'tr-camliova.1', channel: 'mail', kind: 'application-received', receiver: 'contact' };
  await beginDelivery(database, { ...mail, copy, at: '2027-03-02T09:00:00.000Z' });
  await beginDelivery(database, { ...mail, id: 'page', channel: 'site', copy: null, at: '2027-03-02T09:00:00.000Z' });
  const all = await said(await office.api.request('/mails', { headers: token }));
  expect(all.body).toEqual([
    { ...mail, copy, state: 'begun', begun_at: '2027-03-02T09:00:00.000Z', done_at: null, receipt: null },
  ]);
  const shown = await office.api.request(`/mails/${encodeURIComponent(id)}/copy`, { headers: token });
  expect(await said(shown)).toEqual({ status: 200, body: words });
  expect((await office.api.request('/mails/page/copy', { headers: token })).status).toEqual(404);
});

test('a fault tells a number, and nothing of what broke', async () => {
  const { records } = office.door;
  const get = () => Promise.reject(new RangeError('Defne Ardıç has no letter'));
  const broken = createStaffApi({ ...office.door, records: { ...records, documents: { ...records.documents, get } } });
  const written: string[] = [];
  const stderr = process.stderr.write;
  process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    const path = `/mails/${encodeURIComponent('tr-camliova.1/mail/1')}/copy`;
    const { status, body } = await said(await broken.request(path, { headers: token }));
    const fault = /fault (\w{8})\.$/.exec((body as { error: { message: string } }).error.message)?.[1];
    expect([status, body]).toEqual([
      500,
      {
        error: {
          code: 'fault',
          message: `Something broke on our side. Try again; if it stays so, tell an administrator the fault ${fault}.`,
          fault,
        },
      },
    ]);
    expect(written).toEqual([`fault ${fault} RangeError\n`]);
  } finally {
    process.stderr.write = stderr;
  }
});

test('the API describes each of its routes, and the description holds together', async () => {
  const answer = await office.api.request('/openapi.json');
  const document = (await answer.json()) as Description;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(routes);
  expect([document.openapi, document.servers, document.security]).toEqual([
    '3.1.0',
    [{ url: '/api' }],
    [{ token: [] }],
  ]);
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect(inPath.map(({ name, required }) => [name, required])).toEqual(named.map((name) => [name, true]));
    expect(Object.values(operation.responses).every(({ description }) => description !== '')).toEqual(true);
  }
  const dangling = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].filter(
    ([, pointer = '']) => at(document, pointer.split('/')) === undefined,
  );
  expect(dangling).toEqual([]);
  const acts = document.paths['/cases/{case}/acts']?.['post']?.requestBody;
  expect(acts).toMatchObject({
    required: true,
    content: {
      'application/json': { schema: { required: ['id', 'version', 'decision'], additionalProperties: false } },
    },
  });
});

type Operation = {
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: object;
  responses: Record<string, { description: string }>;
};
type Description = {
  openapi: string;
  servers: object[];
  security: object[];
  paths: Record<string, Record<string, Operation>>;
};

function at(value: unknown, [step, ...rest]: string[]): unknown {
  if (step === undefined) return value;
  return typeof value === 'object' && value !== null ? at((value as Record<string, unknown>)[step], rest) : undefined;
}
