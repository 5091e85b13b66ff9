import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testClient } from 'hono/testing';
import { keepDocument } from '../../../records/documents-kept.ts';
import { acts, camliova, issued, places, play } from '../../support/city-in-play.ts';
import { json, type Office, openOffice, said, tokenOf, writeDown } from './office.ts';

let office: Office;
let reviewer: { authorization: string };
const letter = Buffer.from('%PDF-1.7 a letter');
let letterHash: string;

beforeAll(async () => {
  office = await openOffice();
  reviewer = await tokenOf(office, ['reviewer']);
  letterHash = await keepDocument(office.door.records, letter, 'application/pdf');
  await writeDown(office, places.rejected);
  await writeDown(office, {
    ...play({ ...camliova, case: 'tr-camliova.2' }, acts.accept, {
      kind: 'letter-issued',
      letter: { ...issued, sha256: letterHash },
    }),
  });
  for (const city of ['pl-lakowiec', 'us-il-springfield', 'us-ma-springfield'])
    await writeDown(office, { ...camliova, city, case: `${city}.1` });
});
afterAll(() => office.close());

const get = (path: string, headers: Record<string, string> = reviewer) => office.api.request(path, { headers });
const post = (path: string, body: unknown, headers: Record<string, string> = reviewer) =>
  office.api.request(path, json(headers, body));

test('the staff’s own client lists the cases by what it knows of their type', async () => {
  const client = testClient(office.api, undefined, undefined, { headers: reviewer });
  const cases = await (await client.cases.$get({ query: {} })).json();
  expect(cases.map(({ id, stage, overdue }) => [id, stage, overdue])).toEqual([
    ['pl-lakowiec.1', 'review', false],
    ['tr-camliova.1', 'rejected', false],
    ['tr-camliova.2', 'letter', false],
    ['us-il-springfield.1', 'review', false],
    ['us-ma-springfield.1', 'review', false],
  ]);
});

test.each([
  ['tr-camliova.1', 'tr-camliova.1'],
  ['tr-camliova', 'tr-camliova.2'],
  ['camliova', 'tr-camliova.2'],
  ['camliova.1', 'tr-camliova.1'],
  ['Çamlıova', 'tr-camliova.2'],
  ['il-springfield', 'us-il-springfield.1'],
])('%s means the case %s', async (given, id) => {
  const answer = await get(`/cases/${encodeURIComponent(given)}`);
  const { summary } = (await answer.json()) as { summary: { id: string } };
  expect([answer.status, summary.id]).toEqual([200, id]);
});

test('a name of two towns is answered with both', async () => {
  expect(await said(await get('/cases/springfield'))).toEqual({
    status: 409,
    body: {
      error: {
        code: 'ambiguous',
        message: 'That fits several cases. Name one of them: us-il-springfield.1, us-ma-springfield.1.',
        candidates: ['us-il-springfield.1', 'us-ma-springfield.1'],
      },
    },
  });
});

test.each(['nowhere', 'camliova.3', 'camli', '%2E%2E%2Fetc', '-'])('%s means no case', async (given) => {
  const { status, body } = await said(await get(`/cases/${given}`));
  expect([status, (body as { error: { code: string; what: string } }).error]).toMatchObject([
    404,
    { code: 'not-found', what: 'case' },
  ]);
});

test('a letter is given as it is kept, by its case only', async () => {
  const own = await get(`/cases/tr-camliova.2/documents/${letterHash}`);
  expect([own.status, own.headers.get('content-type'), Buffer.from(await own.arrayBuffer())]).toEqual([
    200,
    'application/pdf',
    letter,
  ]);
  expect((await get(`/cases/pl-lakowiec/documents/${letterHash}`)).status).toEqual(404);
  expect((await get('/cases/pl-lakowiec/documents/..%2F..%2Frecords.db')).status).toEqual(404);
});

test('everything that is wrong with an act is named by its path', async () => {
  const { status, body } = await said(
    await post('/cases/lakowiec/acts', { id: 'x', decision: { kind: 'reject', reason: ' ' }, extra: 1 }),
  );
  expect(status).toEqual(422);
  const { error } = body as { error: { code: string; message: string; problems: { path: string; message: string }[] } };
  expect([error.code, error.problems]).toEqual([
    'invalid',
    [
      { path: 'id', message: 'is not an id of 8 to 64 letters, digits and hyphens' },
      { path: 'version', message: 'is missing: it must be a number' },
      { path: 'decision.reason', message: 'is empty: write something here' },
      { path: 'extra', message: 'is not a known field: check its spelling, or take it out' },
    ],
  ]);
  expect(error.message).toMatch(/^[A-Z].*\.$/);
});

test('who lacks a role is told which it takes', async () => {
  const { status, body } = await said(
    await post(
      '/cases/lakowiec/acts',
      { id: 'act-0001', version: 1, decision: { kind: 'accept' } },
      await tokenOf(office, ['editor'], 'Bram Okafor'),
    ),
  );
  expect(status).toEqual(403);
  expect(body).toMatchObject({ error: { code: 'not-your-role', role: 'reviewer', message: expect.any(String) } });
});

test('a decision on a case that has ended, or in the wrong place, is refused', async () => {
  const accept = { id: 'act-0002', version: 3, decision: { kind: 'accept' } };
  const ended = await said(await post('/cases/tr-camliova.1/acts', accept));
  expect([ended.status, ended.body]).toMatchObject([409, { error: { code: 'ended', stage: 'rejected' } }]);
  const late = await said(await post('/cases/camliova/acts', accept));
  expect([late.status, late.body]).toMatchObject([
    409,
    { error: { code: 'wrong-stage', stage: 'letter', step: 'sign' } },
  ]);
  for (const version of [1, 9]) {
    const stale = await said(await post('/cases/camliova/acts', { ...accept, version }));
    expect([stale.status, stale.body]).toMatchObject([409, { error: { code: 'stale', version: 3 } }]);
  }
});

test('while Temporal is away, an act is answered with a plain sentence, and nothing has changed', async () => {
  const act = { id: 'act-0003', version: 1, decision: { kind: 'accept' } };
  const { status, body } = await said(await post('/cases/lakowiec/acts', act));
  expect([status, body]).toMatchObject([
    503,
    { error: { code: 'unreachable', message: expect.stringMatching(/\.$/) } },
  ]);
  expect(await said(await get('/cases/lakowiec'))).toMatchObject({ status: 200, body: { view: { version: 1 } } });
});
