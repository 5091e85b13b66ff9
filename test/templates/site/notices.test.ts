import { expect, test } from '@jest/globals';
import { correctedArticle, retractedArticle } from '../../../domain/amending.ts';
import { sha256OfValue } from '../../../domain/canonical.ts';
import type { PublishedArticle } from '../../../domain/site-contents.ts';
import { renderArticle } from '../../../templates/site/article.tsx';
import { renderSite } from '../../../templates/site/site.ts';
import { readArticle } from '../../../worker/adapters/published-article.ts';
import { twoTowns } from '../../support/articles.ts';
import { hostileArticle, network, published, siteWith } from '../../support/site.ts';

const first = '\u202e <b>One</b> town was "missing" &amp;';
const once = correctedArticle(twoTowns, twoTowns, first);
const twice = correctedArticle(twoTowns, once, 'And another.\nOn two lines.');
const noticedAt = ['2027-03-14T08:00:00.000Z', '2027-03-29T07:30:00.000Z'];
const corrected: PublishedArticle = { ...published(twice), noticedAt };
const site = { ...siteWith(), articles: [corrected] };
const picture = () => twoTowns.image?.sha256 ?? '';

test('each notice stands on the page with its day, the newest first', () => {
  const html = renderArticle(site, corrected);
  const whens = [...html.matchAll(/<p class="when">(.*?)<\/p>/g)].map(([, when]) =>
    (when ?? '').replace(/<[^>]+>/g, ''),
  );
  expect(whens).toEqual(['Corrected on 29 March 2027', 'Corrected on 14 March 2027']);
});

test('notices are part of what is approved: read back from the page, the article is the same to the letter', () => {
  for (const article of [twice, correctedArticle(hostileArticle, hostileArticle, first)]) {
    const page = renderArticle(site, { ...corrected, article });
    expect(sha256OfValue(readArticle(page, () => article.image?.sha256 ?? ''))).toBe(sha256OfValue(article));
  }
});

test('search engines are told of a correction with its day', () => {
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(renderArticle(site, corrected)) ?? [];
  expect((JSON.parse(json) as { correction: object[] }).correction).toEqual([
    { '@type': 'CorrectionComment', text: expect.stringContaining('One'), datePublished: '2027-03-14T09:00:00+01:00' },
    { '@type': 'CorrectionComment', text: 'And another.\nOn two lines.', datePublished: '2027-03-29T09:30:00+02:00' },
  ]);
});

test('what was taken back keeps its page and its place in the feeds, and is in no list', () => {
  const gone = { ...corrected, article: retractedArticle(twice, 'It was too early.', network) };
  const files = new Map(renderSite({ ...site, articles: [gone] }).map(({ path, body }) => [path, body]));
  const holding = [...files].filter(([, body]) => body.includes('Taken back: ')).map(([path]) => path);
  expect(holding.toSorted()).toEqual([
    'feeds/atom.xml',
    'feeds/feed.json',
    'feeds/rss.xml',
    `news/${twoTowns.slug}/index.html`,
  ]);
  const page = files.get(`news/${twoTowns.slug}/index.html`) ?? '';
  expect(sha256OfValue(readArticle(page, picture))).toBe(sha256OfValue(gone.article));
  expect(page).not.toContain('application/ld+json');
});
