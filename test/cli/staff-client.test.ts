import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { staffClient } from '../../cli/staff-client.ts';
import { staffPlace } from '../../cli/staff-place.ts';
import { Troubled, troubleOf } from '../../cli/trouble.ts';
import { type Serving, serveApp } from '../../web/serve.ts';
import type { CaseSummary } from '../../web/staff-api/shown.ts';
import { places } from '../support/city-in-play.ts';
import { dataFolder } from '../support/data-folders.ts';
import { type Office, openOffice, tokenOf, writeDown } from '../web/staff-api/office.ts';

let office: Office;
let serving: Serving;
let token: string;

beforeAll(async () => {
  office = await openOffice();
  await writeDown(office, places['review, staff']);
  for (const city of ['us-il-springfield', 'us-ma-springfield'])
    await writeDown(office, { ...places['review, staff'], city, case: `${city}.1` });
  token = (await tokenOf(office, ['reviewer'])).authorization.replace('Bearer ', '');
  const once = new Hono().get('/api/once', (c) => {
    const etag = '"first"';
    return c.req.header('if-none-match') === etag ? c.body(null, 304) : c.json({ asked: 1 }, 200, { etag });
  });
  const app = new Hono().route('/', once).route('/api', office.api);
  serving = await serveApp(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await serving.stop();
  await office.close();
});

const client = () => staffClient({ url: serving.address, token });

/** What went wrong, as whoever called would be told. */
async function troubleWith(work: Promise<unknown>) {
  const error = await work.then(
    () => new Error('nothing went wrong'),
    (reason: unknown) => reason,
  );
  const { code, problems, refusal } = troubleOf(error);
  return { code, problems, refusal };
}

test('the client lists the cases that the office has', async () => {
  const cases = await client().get<CaseSummary[]>('/cases');
  expect(cases.map(({ id }) => id)).toEqual(['tr-camliova.1', 'us-il-springfield.1', 'us-ma-springfield.1']);
});

test('each no of the office becomes a trouble with the exit code that fits', async () => {
  const act = { id: 'act-0001', version: 1, decision: { kind: 'countersign' } };
  expect(await troubleWith(client().get('/cases/nowhere'))).toEqual({
    code: 'notFound',
    problems: [],
    refusal: { code: 'not-found', what: 'case' },
  });
  expect(await troubleWith(client().post('/cases/camliova/acts', act))).toEqual({
    code: 'refused',
    problems: [],
    refusal: { code: 'not-your-role', role: 'approver', who: [] },
  });
  expect(await troubleWith(client().post('/cases/camliova/acts', { ...act, version: 0 }))).toMatchObject({
    code: 'invalid',
    problems: [{ path: 'version' }],
  });
  expect(await troubleWith(client().get('/cases/springfield'))).toMatchObject({
    code: 'invalid',
    refusal: { code: 'ambiguous', candidates: ['us-il-springfield.1', 'us-ma-springfield.1'] },
  });
  expect((await troubleWith(staffClient({ url: serving.address, token: 'oasc_wrong' }).get('/cases'))).code).toBe(
    'refused',
  );
});

test('where nobody answers, the client says so', async () => {
  expect((await troubleWith(staffClient({ url: 'http://127.0.0.1:1', token }).get('/cases'))).code).toBe('unreachable');
});

test('what has not changed is not sent again', async () => {
  const one = client();
  const first = await one.get('/once');
  expect(await one.get('/once')).toBe(first);
});

test('address and token come from the data folder that is named, and its token goes to its own service only', async () => {
  const folder = await dataFolder();
  await mkdir(folder, { recursive: true });
  expect(await troubleWith(staffPlace({ data: folder }))).toMatchObject({ code: 'unreachable' });
  await writeFile(join(folder, 'running.json'), JSON.stringify({ pid: 1, address: 'http://127.0.0.1:4700' }));
  expect(await troubleWith(staffPlace({ data: folder }))).toMatchObject({ code: 'usage' });
  await writeFile(join(folder, 'first-administrator.json'), JSON.stringify({ id: 'x', token: 'oasc_first' }));
  expect(await staffPlace({ data: folder })).toEqual({ url: 'http://127.0.0.1:4700', token: 'oasc_first' });
  await writeFile(join(folder, 'token'), 'oasc_own\n');
  expect(await staffPlace({ data: folder })).toEqual({ url: 'http://127.0.0.1:4700', token: 'oasc_own' });

  const before = { ...process.env };
  try {
    Object.assign(process.env, { OASC_DATA: folder, OASC_URL: 'https://oasc.example/' });
    expect(await troubleWith(staffPlace())).toMatchObject({ code: 'usage' });
    process.env['OASC_TOKEN'] = 'oasc_given';
    expect(await staffPlace()).toEqual({ url: 'https://oasc.example', token: 'oasc_given' });
  } finally {
    process.env = before;
  }
});

test('what nobody foresaw is a fault', () => {
  expect(troubleOf(new Error('The disk is full.'))).toEqual({
    code: 'fault',
    message: 'The disk is full.',
    problems: [],
  });
  expect(troubleOf(new Troubled('refused', 'No.')).code).toBe('refused');
});
