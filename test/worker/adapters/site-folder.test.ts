import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSiteFolder, type FileToPublish } from '../../../worker/adapters/site-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oasc-site-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('files are published under their paths and can be read back', async () => {
  const site = createSiteFolder(folder);
  await site.publish([file('news/two/index.html', 'Łąkowiec'), file('style.css', 'p {}')]);

  expect(await readFile(join(folder, 'news/two/index.html'), 'utf8')).toBe('Łąkowiec');
  expect(Buffer.from((await site.read('style.css')) ?? []).toString()).toBe('p {}');
  expect(await site.read('news/three/index.html')).toBe(null);
});

test('pictures come before the article, lists and feeds after it, and the first page last', async () => {
  const asked: string[] = [];
  const paths = [
    'index.html',
    'feeds/rss.xml',
    'news/index.html',
    'members/index.html',
    'news/two/index.html',
    'style.css',
    'images/aa.png',
  ];
  await createSiteFolder(folder).publish(paths.map((path) => file(path, path, () => asked.push(path))));

  expect(asked).toEqual([
    'style.css',
    'images/aa.png',
    'news/two/index.html',
    'news/index.html',
    'members/index.html',
    'feeds/rss.xml',
    'index.html',
  ]);
});

test('a second publication of the same bytes touches nothing', async () => {
  const site = createSiteFolder(folder);
  await site.publish([file('index.html', 'one'), file('style.css', 'p {}')]);
  const before = await inodes(['index.html', 'style.css']);
  await site.publish([file('index.html', 'two'), file('style.css', 'p {}')]);
  const after = await inodes(['index.html', 'style.css']);

  expect(after[1]).toBe(before[1]);
  expect(after[0]).not.toBe(before[0]);
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('two');
});

test.each([
  '../outside.html',
  '/etc/outside.html',
  'news/../../outside.html',
  'news/./index.html',
  'news//index.html',
  'news\\..\\outside.html',
  'news/\0.html',
  '',
  '.',
])('a path that leads out of the folder is refused before anything is written: %j', async (path) => {
  const site = createSiteFolder(join(folder, 'site'));

  await expect(site.publish([file('index.html', 'one'), file(path, 'two')])).rejects.toThrow(
    'A path of the site leads out of its folder, and nothing was written.',
  );
  await expect(site.read(path)).rejects.toThrow('leads out of its folder');
  expect(await readdir(folder)).toEqual([]);
});

test('a file that cannot be had leaves the old one in place and nothing half done', async () => {
  const site = createSiteFolder(folder);
  await site.publish([file('index.html', 'old')]);
  const broken = { path: 'index.html', read: async () => Promise.reject(new Error('The document is not there.')) };

  await expect(site.publish([broken])).rejects.toThrow('The document is not there.');
  expect(await readdir(folder)).toEqual(['index.html']);
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('old');
});

test('a file that cannot be put in its place leaves no piece behind', async () => {
  const site = createSiteFolder(folder);
  await site.publish([file('news/two/index.html', 'page')]);

  await expect(site.publish([file('news', 'a file where a folder is')])).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['news']);
});

function file(path: string, body: string, asked: () => void = () => {}): FileToPublish {
  return {
    path,
    read: async () => {
      asked();
      return Buffer.from(body);
    },
  };
}

async function inodes(paths: string[]): Promise<number[]> {
  return await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).ino));
}
