import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { places } from '../../support/city-in-play.ts';
import { json, type Office, openOffice, said, tokenOf, writeDown } from './office.ts';

let office: Office;
let editor: { authorization: string };

beforeAll(async () => {
  office = await openOffice();
  editor = await tokenOf(office, ['editor']);
  await writeDown(office, places['announcement, free']);
});
afterAll(() => office.close());

const post = (path: string, init: RequestInit) => office.api.request(path, { method: 'POST', ...init });
const plan = { cities: ['tr-camliova'], author: { name: 'Ada Lindqvist' } };
const image = { file: 'bridge.png', alt: 'A bridge', credit: 'Ada Lindqvist', licence: 'CC BY 4.0' };
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

function form(fields: Record<string, string | Uint8Array<ArrayBuffer>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    data.append(name, typeof value === 'string' ? value : new File([value], name));
  return data;
}

test('where nothing has been announced, the list is empty and no announcement is shown', async () => {
  expect(await said(await office.api.request('/announcements', { headers: editor }))).toEqual({
    status: 200,
    body: [],
  });
  expect(await said(await office.api.request('/announcements/spring', { headers: editor }))).toMatchObject({
    status: 404,
    body: { error: { code: 'not-found', what: 'announcement' } },
  });
});

test('a plan that is wrong is answered with each of its fields, in JSON and in a form alike', async () => {
  const wrong = { ...plan, slug: '../etc', author: {} };
  const inJson = await said(await post('/announcements', json(editor, { id: randomUUID(), plan: wrong })));
  const body = form({ id: randomUUID(), plan: JSON.stringify(wrong) });
  const inForm = await said(await post('/announcements', { headers: editor, body }));
  expect(inJson).toMatchObject({
    status: 422,
    body: { error: { code: 'invalid', problems: [{ path: 'author.name' }, { path: 'slug' }] } },
  });
  expect(inForm).toEqual(inJson);
});

test('a plan in a form that is not JSON is named as that', async () => {
  const body = form({ id: randomUUID(), plan: '{"cities": [' });
  expect(await said(await post('/announcements', { headers: editor, body }))).toEqual({
    status: 400,
    body: {
      error: { code: 'not-json', message: 'The field plan is not JSON: check quotation marks, commas and brackets.' },
    },
  });
});

test('a form that breaks off is not read', async () => {
  const headers = { ...editor, 'content-type': 'multipart/form-data; boundary=x' };
  expect(await said(await post('/announcements', { headers, body: '--x\r\nno form' }))).toMatchObject({
    status: 400,
    body: { error: { code: 'not-a-form' } },
  });
});

test('a picture comes to the door as it was sent: what is none is refused, what is one is kept', async () => {
  const sent = async (picture: Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) => {
    const body = form({
      id: randomUUID(),
      plan: JSON.stringify({ ...plan, cities: ['tr-nowhere'], image }),
      image: picture,
      ...more,
    });
    return await said(await post('/announcements', { headers: editor, body }));
  };
  const nowhere = { path: 'cities[0]', message: 'names tr-nowhere, but nobody has applied for it' };
  const noPicture = { path: 'image.file', message: 'is neither a PNG nor a JPEG or WebP picture' };
  expect((await sent(Buffer.from('<svg/>'))).body).toMatchObject({ error: { problems: [nowhere, noPicture] } });
  expect((await sent(png)).body).toMatchObject({ error: { problems: [nowhere] } });
  expect((await sent(png, { text: 'more' })).body).toMatchObject({ error: { problems: [{ path: 'text' }] } });
});

test('a form may have 12 MB, and not a byte more', async () => {
  const tooLarge = new Uint8Array(12 * 1024 * 1024);
  const body = form({ id: randomUUID(), plan: JSON.stringify(plan), image: tooLarge });
  expect(await said(await post('/announcements', { headers: editor, body }))).toEqual({
    status: 413,
    body: { error: { code: 'too-large', message: 'That is too large: send at most 12 MB.' } },
  });
});

test('who is no editor composes nothing, and who is no approver approves nothing', async () => {
  const reviewer = await tokenOf(office, ['reviewer'], 'Bram Okafor');
  expect(await said(await post('/announcements', json(reviewer, { id: randomUUID(), plan })))).toMatchObject({
    status: 403,
    body: { error: { code: 'not-your-role', role: 'editor' } },
  });
  const approve = { id: randomUUID(), version: 1, decision: { kind: 'approve', article: 'a'.repeat(64) } };
  expect(await said(await post('/announcements/spring/acts', json(editor, approve)))).toMatchObject({
    status: 403,
    body: { error: { code: 'not-your-role', role: 'approver' } },
  });
});

test('an edit comes as JSON, or as a form with a picture; both are read alike', async () => {
  const edit = { id: randomUUID(), version: 1, decision: { kind: 'edit', plan } };
  const inJson = await said(await post('/announcements/spring/acts', json(editor, edit)));
  expect(inJson).toMatchObject({ status: 404, body: { error: { code: 'not-found', what: 'announcement' } } });
  const body = form({ act: JSON.stringify(edit), image: png });
  expect(await said(await post('/announcements/spring/acts', { headers: editor, body }))).toEqual(inJson);
  const drop = { ...edit, decision: { kind: 'drop', reason: 'Too early' } };
  const odd = form({ act: JSON.stringify(drop), image: png });
  expect(await said(await post('/announcements/spring/acts', { headers: editor, body: odd }))).toMatchObject({
    status: 422,
    body: { error: { problems: [{ path: 'decision.image' }] } },
  });
});
