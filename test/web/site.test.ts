import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSite } from '../../web/site.ts';

let folder: string;
const site = () => createSite(join(folder, 'site'));
const ask = (path: string, headers: Record<string, string> = {}) => site().request(path, { headers });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oasc-site-'));
  const files: Record<string, string> = {
    'secret.key': 'secret',
    'site/index.html': '<h1>News</h1>',
    'site/news/two-towns/index.html': '<h1>Çamlıova</h1>',
    'site/style.css': 'h1 {}',
    'site/feeds/rss.xml': '<rss/>',
    'site/feeds/atom.xml': '<feed/>',
    'site/feeds/feed.json': '{}',
    'site/members.json': '[]',
    'site/images/bridge.png': 'png',
    'site/images/bridge.webp': 'webp',
    'site/.hidden': 'hidden',
    'site/.git/config': 'hidden',
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await symlink(join(folder, 'secret.key'), join(folder, 'site', 'leak.txt'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/news/two-towns/', 'text/html; charset=utf-8'],
  ['/style.css', 'text/css; charset=utf-8'],
  ['/feeds/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['/feeds/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/feeds/feed.json', 'application/feed+json; charset=utf-8'],
  ['/members.json', 'application/json; charset=utf-8'],
  ['/images/bridge.png', 'image/png'],
  ['/images/bridge.webp', 'image/webp'],
])('%s is served as %s', async (path, type) => {
  const answer = await ask(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
});

test('a page is read as it was written, and asked for without its last slash it is found all the same', async () => {
  expect(await (await ask('/news/two-towns/')).text()).toEqual('<h1>Çamlıova</h1>');
  const answer = await ask('/news/two-towns?from=mail');
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/news/two-towns/']);
});

test('whoever has a copy asks whether it still holds, and gets a new one once the page has changed', async () => {
  const first = await ask('/index.html');
  const tag = first.headers.get('etag') ?? '';
  expect([first.headers.get('cache-control'), tag]).toEqual(['no-cache', expect.stringMatching(/^"[0-9a-f]{40}"$/)]);
  expect((await ask('/index.html', { 'if-none-match': tag })).status).toEqual(304);
  await writeFile(join(folder, 'site/index.html'), '<h1>More news</h1>');
  const second = await ask('/index.html', { 'if-none-match': tag });
  expect([second.status, await second.text()]).toEqual([200, '<h1>More news</h1>']);
});

test.each([
  '/nothing',
  '/feeds/',
  '/feeds',
  '/style.css/',
  '/.hidden',
  '/.git/config',
  '/leak.txt',
  '/..%2fsecret.key',
  '/%2e%2e/secret.key',
  '/news/..%5c..%5csecret.key',
  '//style.css',
  '/news//two-towns/',
  '/%00',
  '/%',
  `/${'x'.repeat(5000)}`,
])('%s leads to no page', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toEqual(404);
  expect(await answer.text()).toContain('There is no page at this address');
});

test('the site may have a page of its own for what is not there', async () => {
  await writeFile(join(folder, 'site/404.html'), '<h1>Not here</h1>');
  const answer = await ask('/nothing');
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    404,
    'text/html; charset=utf-8',
    '<h1>Not here</h1>',
  ]);
  await rm(join(folder, 'site/404.html'));
});

test('before anything is published there is a page that says so, and no fault', async () => {
  const answer = await createSite(join(folder, 'not-yet')).request('/');
  expect(answer.status).toEqual(404);
  expect(await answer.text()).toContain('Nothing has been announced yet');
});

test('no page may run a script, be framed or send what it was not made to send', async () => {
  const { headers } = await ask('/');
  expect([
    headers.get('content-security-policy'),
    headers.get('x-content-type-options'),
    headers.get('x-frame-options'),
    headers.get('referrer-policy'),
  ]).toEqual([
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'nosniff',
    'DENY',
    'strict-origin-when-cross-origin',
  ]);
});

test('the site only shows: what is sent to it leads nowhere', async () => {
  expect((await site().request('/', { method: 'POST' })).status).toEqual(404);
  const head = await site().request('/style.css', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});
