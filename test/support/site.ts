import { readFileSync } from 'node:fs';
import type { Article } from '../../domain/article.ts';
import { Network } from '../../domain/network.ts';
import type { PublishedArticle, SiteData, SiteMember } from '../../templates/site/site.ts';
import { twoTowns } from './articles.ts';

/** A network of invented towns, so that a test sees what comes from the configuration. */
export const network: Network = Network.parse({
  ...JSON.parse(readFileSync(new URL('../../network.json', import.meta.url), 'utf8')),
  name: 'Towns & Rivers',
  shortName: 'T&R',
  about: 'Towns & Rivers is a network of towns that look after a river together. Joining is free.',
});

export const members: SiteMember[] = [
  {
    city: 'pl-lakowiec',
    name: 'Lakowiec',
    nativeName: 'Łąkowiec',
    countryName: 'Poland',
    kind: 'municipality',
    memberSince: '2027-03-04',
    announcementSlug: twoTowns.slug,
  },
  {
    city: 'tr-camliova',
    name: 'Çamlıova',
    nativeName: 'Çamlıova',
    countryName: 'Türkiye',
    kind: 'metropolitan-municipality',
    memberSince: '2027-03-03',
    announcementSlug: twoTowns.slug,
  },
  {
    city: 'fi-aspholm',
    name: 'Äspholm',
    nativeName: 'Äspholm',
    countryName: 'Finland',
    kind: 'joint',
    memberSince: '2026-11-30',
  },
];

/** The published form of an article: 11 March 2027, 09:00 in Brussels, changed three days later in summer time or not. */
export function published(article: Article, id = 'c0ffee00-0000-4000-8000-000000000001'): PublishedArticle {
  return {
    id,
    article,
    publishedAt: '2027-03-11T08:00:00.000Z',
    modifiedAt: '2027-03-29T07:30:00.000Z',
    noticedAt: [],
  };
}

/** A site with these articles, each published later than the next. */
export function siteWith(...articles: Article[]): SiteData {
  return {
    network,
    address: 'https://towns.example',
    articles: articles.map((article, index) => published(article, `id-${index + 1}`)),
    members,
    image: () => ({ type: 'image/png', extension: 'png' }),
  };
}

/** Every article that the contract allows, short of one detail, with words that try to be markup, signs or nothing at all. */
export const hostileArticle: Article = {
  title: ' <script>alert("1")</script> & “Çamlıova”\u202e\u0000 \n',
  slug: 'hostile-words',
  author: { name: '</span><b>Zofia\u0007 Wrzos', tagline: '\u2066\u200f עברית\u2069 &amp;' },
  lead: '\n\n  ]]> <![CDATA[ x ]]> \u0085\u001b[31m red\u001b[0m \ufeff\ufffd\ufffe\t\f\r.',
  image: {
    sha256: '9c4107be55d2a01f3c77e61b20de94aa8b15f3029d6c41e7702ba9be1c05e830',
    alt: '"><img src=x onerror=1> ‹U+0041› \u202e\r\n\u0000',
    credit: '{{7*7}} <!-- ',
    licence: '--> CC\u00a0BY',
  },
  sections: [
    {
      city: 'tr-camliova',
      heading: '</h2></section><h1>Another</h1>',
      blocks: [
        {
          paragraph: [
            { quote: { text: '“In marks” <q>“twice”</q>', language: 'tr', source: { kind: 'supplied' } } },
            ' ',
            {
              quote: {
                text: '\n Ask‹U+202E›\u202e\n',
                language: 'ar',
                source: {
                  kind: 'speech',
                  event: 'Fair "&quot;" \u202e',
                  date: '2027-02',
                  url: 'https://fair.example/?a=1&b=2#\u202e"',
                },
              },
            },
            '\n[1] — \u{1f469}\u200d\u{1f680} e\u0301 </p>\r ',
          ],
        },
        {
          quote: { text: '</blockquote>\u0000', language: 'en', source: { kind: 'speech', event: 'A <i>fair</i>' } },
          by: { name: 'Defne, says', title: ', Mayor' },
        },
      ],
    },
    { city: 'pl-lakowiec', heading: null, blocks: [{ paragraph: ['  \tspaces  '] }] },
  ],
  articles: [
    {
      category: '\u202eNews',
      title: '<a href="javascript:1">x</a>',
      excerpt: '\n',
      url: 'https://old.example/?x=<&y="',
    },
    { category: 'News', title: 'Plain', excerpt: 'Without an address.' },
  ],
};
