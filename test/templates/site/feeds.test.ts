import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { renderAtom, renderJsonFeed, renderRss } from '../../../templates/site/feeds.ts';
import { twoTowns } from '../../support/articles.ts';
import { hostileArticle, published, siteWith } from '../../support/site.ts';

const site = siteWith(twoTowns, { ...hostileArticle, title: 'A & B &amp; <i>C</i> ]]> ]]> \u0007' });
const title = 'A & B &amp; <i>C</i> ]]> ]]> ‹U+0007›';
const hasPython = spawnSync('python3', ['-c', 'import xml.etree']).status === 0;
const withParser = hasPython ? test : test.skip;
if (!hasPython) console.warn('SKIPPED: the feeds are not parsed as XML, because python3 is not on this machine.');

withParser('RSS is well-formed and gives each title, author and permanent id as plain text', () => {
  const items = elementsOf(renderRss(site), './/item');

  expect(items.map((item) => [item['title'], item['guid'], item['{http://purl.org/dc/elements/1.1/}creator']])).toEqual(
    [
      [twoTowns.title, 'urn:oasc:announcement:id-1', 'Ada Lindqvist'],
      [title, 'urn:oasc:announcement:id-2', '</span><b>Zofia‹U+0007› Wrzos'],
    ],
  );
  expect(items.map((item) => [item['link'], item['pubDate']])).toEqual([
    [`https://towns.example/news/${twoTowns.slug}/`, 'Thu, 11 Mar 2027 08:00:00 GMT'],
    ['https://towns.example/news/hostile-words/', 'Thu, 11 Mar 2027 08:00:00 GMT'],
  ]);
});

withParser('Atom is well-formed and gives each title as markup that reads the same', () => {
  const entries = elementsOf(renderAtom(site), './/{http://www.w3.org/2005/Atom}entry');
  const field = (name: string) => entries.map((entry) => entry[`{http://www.w3.org/2005/Atom}${name}`]);

  expect(field('id')).toEqual(['urn:oasc:announcement:id-1', 'urn:oasc:announcement:id-2']);
  expect(field('title')).toEqual([twoTowns.title, 'A &amp; B &amp;amp; &lt;i&gt;C&lt;/i&gt; ]]&gt; ]]&gt; ‹U+0007›']);
  expect(field('published')).toEqual(['2027-03-11T08:00:00.000Z', '2027-03-11T08:00:00.000Z']);
  expect(field('updated')).toEqual(['2027-03-29T07:30:00.000Z', '2027-03-29T07:30:00.000Z']);
});

withParser('the network is named right where its name has an ampersand', () => {
  expect(elementsOf(renderRss(site), './channel').map((channel) => channel['title'])).toEqual(['Towns & Rivers']);
  expect(elementsOf(renderAtom(site), '.').map((feed) => feed['{http://www.w3.org/2005/Atom}title'])).toEqual([
    'Towns & Rivers',
  ]);
});

test('JSON Feed 1.1 has the whole article with whole addresses', () => {
  const feed = JSON.parse(renderJsonFeed(site));
  const [first, second] = feed.items;

  expect([feed.version, feed.title, feed.feed_url]).toEqual([
    'https://jsonfeed.org/version/1.1',
    'Towns & Rivers',
    'https://towns.example/feeds/feed.json',
  ]);
  expect({ ...first, content_html: undefined }).toEqual({
    id: 'urn:oasc:announcement:id-1',
    url: `https://towns.example/news/${twoTowns.slug}/`,
    title: twoTowns.title,
    summary: twoTowns.lead,
    image: `https://towns.example/images/${twoTowns.image?.sha256}.png`,
    date_published: '2027-03-11T09:00:00+01:00',
    date_modified: '2027-03-29T09:30:00+02:00',
    authors: [{ name: 'Ada Lindqvist' }],
    language: 'en',
  });
  expect(first.content_html).toContain(`src="https://towns.example/images/${twoTowns.image?.sha256}.png"`);
  expect(second.title).toBe(title);
});

test('a correction keeps the id of an article', () => {
  const corrected = {
    ...published({ ...twoTowns, title: 'Corrected' }, 'id-1'),
    modifiedAt: '2027-04-01T00:00:00.000Z',
  };

  expect(renderAtom({ ...site, articles: [corrected] })).toContain('<id>urn:oasc:announcement:id-1</id>');
});

test('no feed holds a character that turns or hides text', () => {
  for (const feed of [renderRss(site), renderAtom(site), renderJsonFeed(site)])
    expect(feed).not.toMatch(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u);
});

test('the feed of a site without articles does not look at the clock', () => {
  expect(renderAtom(siteWith())).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});

/** The text of the children of each element that `path` finds, by their names, as Python's own XML parser reads them. */
function elementsOf(xml: string, path: string): Record<string, string>[] {
  const script = [
    'import json, sys, xml.etree.ElementTree as tree',
    'root = tree.fromstring(sys.stdin.buffer.read())',
    'print(json.dumps([{child.tag: child.text for child in found} for found in root.findall(sys.argv[1])]))',
  ].join('\n');
  const { stdout, stderr } = spawnSync('python3', ['-c', script, path], { input: xml, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}
