import { noticesOf } from '../../domain/amending.ts';
import { articleAddress, pictureAddress } from './addresses.ts';
import { offsetTime } from './published-time.ts';
import { inSigns } from './signs.ts';
import type { PublishedArticle, SiteData } from './site-data.ts';
import { siteWords } from './words.ts';

/** An article as search engines read it: schema.org's NewsArticle as JSON-LD, which cannot end the script element it stands in. */
export function structuredData(site: SiteData, published: PublishedArticle): string {
  const { article, publishedAt, modifiedAt } = published;
  const { network, address } = site;
  const url = articleAddress(site, article.slug);
  return JSON.stringify(
    {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: inSigns(article.title),
      description: inSigns(article.lead),
      datePublished: offsetTime(publishedAt, network.zone),
      dateModified: offsetTime(modifiedAt, network.zone),
      ...(noticesOf(article).length === 0 ? {} : { correction: correctionsOf(published, network.zone) }),
      author: [{ '@type': 'Person', name: inSigns(article.author.name) }],
      publisher: { '@type': 'Organization', name: inSigns(network.name), url: `${address}/` },
      ...(article.image ? { image: [pictureAddress(site, article.image.sha256)] } : {}),
      mainEntityOfPage: { '@type': 'WebPage', '@id': url },
      url,
      inLanguage: siteWords('en').language,
    },
    null,
    1,
  ).replaceAll('<', '\\u003c');
}

function correctionsOf({ article, noticedAt, modifiedAt }: PublishedArticle, zone: string) {
  return noticesOf(article).map(({ text }, index) => ({
    '@type': 'CorrectionComment',
    text: inSigns(text),
    datePublished: offsetTime(noticedAt[index] ?? modifiedAt, zone),
  }));
}
