import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Article, ArticleBlock } from '../../../domain/article.ts';
import { sha256OfValue } from '../../../domain/canonical.ts';
import type { Part, Quote } from '../../../domain/statement.ts';
import { renderArticle } from '../../../templates/site/article.tsx';
import { readArticle } from '../../../worker/adapters/published-article.ts';
import { twoTowns } from '../../support/articles.ts';
import { hostileArticle, published, siteWith } from '../../support/site.ts';

test('the article read back from its page is the article that was approved', () => {
  const article = readBack(twoTowns);

  expect(article).toEqual(twoTowns);
  expect(sha256OfValue(article)).toBe(sha256OfValue(twoTowns));
});

test('words that try to be markup, signs or nothing at all are read back letter for letter', () => {
  expect(readBack(hostileArticle)).toEqual(hostileArticle);
});

test('other articles of the site stand on the page and are not taken for a part of this one', () => {
  const others = ['one', 'two'].map((slug) => ({ ...twoTowns, slug, title: `Number ${slug}` }));
  const site = siteWith(twoTowns, ...others);
  const html = renderArticle(site, published(twoTowns, 'id-1'));

  expect(html).toContain('Number two');
  expect(readArticle(html, pictureOf)).toEqual(twoTowns);
});

test('one letter changed on the page gives another hash', () => {
  const html = renderArticle(siteWith(twoTowns), published(twoTowns)).replace(
    'We share what works.',
    'We share what work.',
  );

  expect(sha256OfValue(readArticle(html, pictureOf))).not.toBe(sha256OfValue(twoTowns));
});

test('words are read from what readers see, so a change of hidden data alone changes nothing', () => {
  const html = renderArticle(siteWith(twoTowns), published(twoTowns));
  const without = html.replace(/<script type="application\/ld\+json">.*?<\/script>/s, '').replace(/<meta [^>]*>/g, '');

  expect(without).not.toBe(html);
  expect(readArticle(without, pictureOf)).toEqual(twoTowns);
});

test('the picture counts by the bytes that are published, not by its name', () => {
  const html = renderArticle(siteWith(twoTowns), published(twoTowns));

  expect(readArticle(html, () => 'of-other-bytes').image?.sha256).toBe('of-other-bytes');
});

test('a page that is not an article is refused without repeating its words', () => {
  expect(() => readArticle('<h1>Zofia Wrzos</h1>', pictureOf)).toThrow(
    'The page has 0 of article.h-entry, and not one.',
  );
});

test('a page with two headlines is refused', () => {
  const html = renderArticle(siteWith(twoTowns), published(twoTowns)).replace('</main>', '<h1>Second</h1></main>');

  expect(() => readArticle(html, pictureOf)).toThrow('The page has 2 of h1, and not one.');
});

test('any article in any Unicode is read back from its page with the same hash', () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      expect(sha256OfValue(readBack(article))).toBe(sha256OfValue(article));
    }),
    { numRuns: 300 },
  );
});

function readBack(article: Article): Article {
  const bytes = Buffer.from(renderArticle(siteWith(article), published(article, 'id-1')));
  return readArticle(bytes.toString('utf8'), pictureOf);
}

function pictureOf(source: string): string {
  return /([0-9a-f]{64})\.png$/.exec(source)?.[1] ?? 'none';
}

const nasty = ['\n', ' ', '\t', '\r', '\r\n', '\f', '\0', '\u001b', '\u0085', '\u007f', '\u00a0', '\u200d', '\u2028'];
const marks = [
  '“',
  '”',
  '‹U+',
  '‹U+0041›',
  '›',
  '‹',
  '[1]',
  '&amp;',
  '&#0;',
  '<',
  '>',
  '"',
  "'",
  '</p>',
  '<b>',
  ']]>',
  '<!--',
];
const turning = [
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '\ud800',
  'e\u0301',
  'שלום',
  '\u{1f469}\u200d\u{1f680}',
];

const piece = fc.oneof(
  fc.constantFrom(...nasty, ...marks, ...turning),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ maxLength: 12 }),
);
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const someWords = words.filter((text) => text !== '');
const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const city = slug.map((name) => `tr-${name}`);
const url = someWords.map((path) => `https://towns.example/${path}`);
const language = fc.constantFrom('en', 'tr', 'pt-BR', 'ar', 'en-GB');
const source: fc.Arbitrary<Quote['source']> = fc.oneof(
  fc.constant({ kind: 'supplied' as const }),
  fc
    .record({ event: words, date: fc.constantFrom('2027', '2027-02-24'), url }, { requiredKeys: ['event'] })
    .map((speech) => ({ kind: 'speech' as const, ...speech })),
);
const quote: fc.Arbitrary<Quote> = fc.record({ text: words, language, source });
const paragraph = fc
  .array(
    fc.oneof(
      someWords,
      quote.map((one) => ({ quote: one })),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(joined);
const block: fc.Arbitrary<ArticleBlock> = fc.oneof(
  paragraph.map((parts) => ({ paragraph: parts })),
  fc.record({ quote, by: fc.record({ name: words, title: words }) }),
);
const anyArticle: fc.Arbitrary<Article> = fc.record(
  {
    title: words,
    slug,
    author: fc.record({ name: words, tagline: words }, { requiredKeys: ['name'] }),
    lead: words,
    image: fc.record({ sha256: fc.constant('ab'.repeat(32)), alt: words, credit: words, licence: words }),
    sections: fc.array(
      fc.record({ city, heading: fc.option(words), blocks: fc.array(block, { minLength: 1, maxLength: 4 }) }),
      { maxLength: 3 },
    ),
    articles: fc.array(
      fc.record(
        { category: words, title: words, excerpt: words, url },
        { requiredKeys: ['category', 'title', 'excerpt'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['title', 'slug', 'author', 'lead', 'sections', 'articles'] },
);

/** A statement is kept with one text between two quotes. */
function joined(parts: Part[]): Part[] {
  return parts.reduce<Part[]>((before, part) => {
    const last = before.at(-1);
    return typeof last === 'string' && typeof part === 'string'
      ? [...before.slice(0, -1), last + part]
      : [...before, part];
  }, []);
}
