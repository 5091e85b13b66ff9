import { expect, test } from '@jest/globals';
import { renderSite } from '../../../templates/site/site.ts';
import { twoTowns } from '../../support/articles.ts';
import { hostileArticle, siteWith } from '../../support/site.ts';

const site = siteWith(twoTowns, hostileArticle);
const files = new Map(renderSite(site).map(({ path, body }) => [path, body]));

test('the site has a page for every article, its lists, its feeds and its style', () => {
  expect([...files.keys()].toSorted()).toEqual(
    [
      '404.html',
      'feeds/atom.xml',
      'feeds/feed.json',
      'feeds/rss.xml',
      'index.html',
      'members/index.html',
      `news/${twoTowns.slug}/index.html`,
      'news/hostile-words/index.html',
      'news/index.html',
      'robots.txt',
      'sitemap.xml',
      'style.css',
    ].toSorted(),
  );
});

test('the same data gives the same bytes', () => {
  expect(renderSite(site)).toEqual([...files].map(([path, body]) => ({ path, body })));
});

test('every link of a page to the site itself leads to something that is there', () => {
  const broken = pages().flatMap(([path, body]) =>
    [...body.matchAll(/(?:href|src)="([^"]*)"/g)]
      .map(([, link]) => new URL(link ?? '', `https://towns.example/${path}`))
      .filter(({ origin, pathname }) => origin === 'https://towns.example' && !isThere(pathname))
      .map(({ href }) => `${path}: ${href}`),
  );

  expect(broken).toEqual([]);
});

test('the page for a wrong address works wherever it is shown: its links start at the site’s own start', () => {
  const links = [...(files.get('404.html') ?? '').matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '');
  expect(links.filter((link) => !/^(https:\/\/towns\.example\/|\/|#|mailto:)/.test(link))).toEqual([]);
  expect(files.get('404.html')).toContain('<meta name="robots" content="noindex"/>');
});

test('no page asks another server for anything, and none needs a script', () => {
  for (const [, body] of pages()) {
    expect(body).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(body).not.toMatch(/<(img|link rel="stylesheet"|iframe|source)[^>]*(src|href)="(?:https?:)?\/\//);
    expect(body).not.toMatch(/\sstyle="|\son[a-z]+="/);
  }
  expect(files.get('style.css')).not.toMatch(/url\(|@import/);
});

test('every page has one headline, its landmarks, its language and a way past the menu', () => {
  for (const [, body] of pages()) {
    expect(body.match(/<h1|<main|<header|<footer|<html lang="en"|<a class="skip" href="#content"/g)).toEqual([
      '<html lang="en"',
      '<a class="skip" href="#content"',
      '<header',
      '<main',
      '<h1',
      '<footer',
    ]);
  }
});

test('the first page says how many members there are in how many countries', () => {
  expect(files.get('index.html')).toContain('<a href="members/">3 members in 3 countries</a>');
});

test('the directory names each member with its own name, country, kind and day, and leads to its announcement', () => {
  const [, row] = /<li id="pl-lakowiec">(.*?)<\/li>/s.exec(files.get('members/index.html') ?? '') ?? [];

  expect(
    (row ?? '')
      .replace(/<[^>]+>/g, '|')
      .split(/\|+/)
      .filter((text) => text !== ''),
  ).toEqual([
    'Lakowiec',
    'Łąkowiec',
    'Poland, municipality',
    'Member since ',
    '4 March 2027',
    'Read the announcement',
    ': Lakowiec',
  ]);
  expect(row).toContain(`<a href="../news/${twoTowns.slug}/">`);
});

test('a site without articles and members says so', () => {
  const empty = new Map(renderSite({ ...siteWith(), members: [] }).map(({ path, body }) => [path, body]));

  expect(empty.get('news/index.html')).toContain('No news yet.');
  expect(empty.get('members/index.html')).toContain('No members yet.');
  expect(empty.get('index.html')).toContain('No news yet.');
});

test('search engines find every page with the day of its last change', () => {
  expect([...(files.get('sitemap.xml') ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, page]) => page)).toEqual([
    'https://towns.example/',
    'https://towns.example/news/',
    'https://towns.example/members/',
    `https://towns.example/news/${twoTowns.slug}/`,
    'https://towns.example/news/hostile-words/',
  ]);
  expect(files.get('robots.txt')).toBe('User-agent: *\nDisallow: /join/\nSitemap: https://towns.example/sitemap.xml\n');
});

function pages(): [string, string][] {
  return [...files].filter(([path]) => path.endsWith('.html'));
}

function isThere(pathname: string): boolean {
  const path = pathname.slice(1);
  return (
    /^(join|check)$/.test(path) ||
    /^images\/[0-9a-f]{64}\.png$/.test(path) ||
    files.has(path) ||
    files.has(`${path}index.html`)
  );
}
