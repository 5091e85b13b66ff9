import { expect, test } from '@jest/globals';
import type { Article } from '../../../domain/article.ts';
import { renderArticle } from '../../../templates/site/article.tsx';
import { twoTowns } from '../../support/articles.ts';
import { hostileArticle, published, siteWith } from '../../support/site.ts';

test('the page has one headline: the title', () => {
  const page = pageOf(twoTowns);

  expect([...page.matchAll(/<h1[^>]*>(.*?)<\/h1>/g)].map(([, title]) => title)).toEqual([twoTowns.title]);
});

test('a paragraph reads letter for letter, quote marks included', () => {
  expect(readable(pageOf(twoTowns))).toContain(
    '>The town counts its lamps. “A sensor should say what it measures”, says Defne Ardıç.<',
  );
});

test('a quote by itself is followed by who says it', () => {
  expect(readable(pageOf(twoTowns))).toContain('“We share what works.\nWe say what does not.”<');
  expect(readable(pageOf(twoTowns))).toContain('>says Defne Ardıç, Mayor of Çamlıova<');
});

test('a section without a heading has none', () => {
  const [, section] = /<section data-city="pl-lakowiec">(.*?)<\/section>/s.exec(pageOf(twoTowns)) ?? [];

  expect(section).toBe('<p dir="auto">Łąkowiec in Poland has signed.</p>');
});

test('date, author and tagline stand below the headline', () => {
  const page = pageOf({ ...twoTowns, author: { name: 'Ada Lindqvist', tagline: 'Walks and writes' } });

  expect(page).toContain('<time class="dt-published" datetime="2027-03-11T09:00:00+01:00">11 March 2027</time>');
  expect(page).toContain('<span class="p-author h-card" dir="auto">Ada Lindqvist</span>');
  expect(page).toContain('<p class="tagline" dir="auto">Walks and writes</p>');
});

test('the picture has its words, its maker and its licence', () => {
  const page = pageOf(twoTowns);

  expect(page).toContain(`<img class="u-photo" src="../../images/${twoTowns.image?.sha256}.png" alt="A bridge"/>`);
  expect(readable(page)).toContain('>Picture: D. Kaya, CC BY 4.0<');
});

test('a quote in another language says so, an English one does not', () => {
  const page = pageOf(withQuote('tr'));

  expect(page).toContain('<span class="quote" dir="auto" data-source="supplied" lang="tr">“Sor”</span>');
  expect(pageOf(withQuote('en'))).toContain('<span class="quote" dir="auto" data-source="supplied">“Sor”</span>');
});

test('a quote from a speech names the speech below the text', () => {
  const source = { kind: 'speech', event: 'River Fair', date: '2026-11', url: 'https://fair.example/talk' } as const;
  const page = pageOf(withQuote('en', source));

  expect(page).toContain('<li>From a speech: <a href="https://fair.example/talk">River Fair</a>, November 2026</li>');
});

test('"More articles" shows all earlier news, then at most three other articles of the site', () => {
  const others = ['a', 'b', 'c', 'd'].map((slug) => ({ ...twoTowns, slug, title: `Other ${slug}` }));
  const site = siteWith(twoTowns, ...others);
  const page = renderArticle(site, published(twoTowns, 'id-1'));

  expect(page).toContain('<h2 id="more">More articles</h2>');
  expect(page).toContain('<h3 dir="auto">An earlier article</h3>');
  expect([...page.matchAll(/Other [a-d]/g)].map(([title]) => title)).toEqual(['Other a', 'Other b', 'Other c']);
});

test('hostile words never become markup, and no sign that turns or hides text is on the page', () => {
  const page = pageOf(hostileArticle);

  expect(page).not.toMatch(/<(script>|b>|i>|q>|img src=x)|\{__html/);
  expect(page).not.toMatch(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u);
  expect(page.match(/<h1/g)).toEqual(['<h1']);
  expect(page).not.toMatch(/href="javascript:/);
});

test('search engines get the article as NewsArticle, which cannot end its own element', () => {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(pageOf(hostileArticle)) ?? [];

  expect(json).not.toContain('<');
  expect(JSON.parse(json ?? '')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: ' <script>alert("1")</script> & “Çamlıova”‹U+202E›‹U+0000› \n',
    description: expect.any(String),
    datePublished: '2027-03-11T09:00:00+01:00',
    dateModified: '2027-03-29T09:30:00+02:00',
    author: [{ '@type': 'Person', name: '</span><b>Zofia‹U+0007› Wrzos' }],
    publisher: { '@type': 'Organization', name: 'Towns & Rivers', url: 'https://towns.example/' },
    image: [`https://towns.example/images/${hostileArticle.image?.sha256}.png`],
    mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://towns.example/news/hostile-words/' },
    url: 'https://towns.example/news/hostile-words/',
    inLanguage: 'en',
  });
});

test('the head leads to the page itself, to its picture and to the feeds', () => {
  const page = pageOf(twoTowns);
  const head = page.slice(0, page.indexOf('</head>'));
  const address = `https://towns.example/news/${twoTowns.slug}/`;

  expect(head).toContain(`<link rel="canonical" href="${address}"/>`);
  expect(head).toContain(`<meta property="og:url" content="${address}"/>`);
  expect(head).toContain(`<meta property="og:title" content="${twoTowns.title}"/>`);
  expect(head).toContain('<meta property="og:image:alt" content="A bridge"/>');
  expect(head).toContain('<meta property="article:published_time" content="2027-03-11T09:00:00+01:00"/>');
  expect([...head.matchAll(/<link rel="alternate" type="([^"]+)"/g)].map(([, type]) => type)).toEqual([
    'application/rss+xml',
    'application/atom+xml',
    'application/feed+json',
  ]);
});

function pageOf(article: Article): string {
  return renderArticle(siteWith(article), published(article, 'id-1'));
}

/** The page without the tags inside its lines: what stands between `>` and `<` is one line as people read it. */
function readable(page: string): string {
  return page.replace(/<\/?span[^>]*>/g, '');
}

function withQuote(language: string, source: { kind: 'supplied' } | Speech = { kind: 'supplied' }): Article {
  const paragraph = [{ quote: { text: 'Sor', language, source } }];
  return { ...twoTowns, sections: [{ city: 'tr-camliova', heading: null, blocks: [{ paragraph }] }] };
}

type Speech = { kind: 'speech'; event: string; date?: string; url?: string };
