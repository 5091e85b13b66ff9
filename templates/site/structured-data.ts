import { articleAddress, pictureAddress } from './addresses.ts';
import { offsetTime } from './published-time.ts';
import { inSigns } from './signs.ts';
import type { PublishedArticle, SiteData } from './site-data.ts';
import { siteWords } from './words.ts';

/** An article as search engines read it: schema.org's NewsArticle as JSON-LD, which cannot end the script element it stands in. */
export function structuredData(site: SiteData, { article, publishedAt, modifiedAt }: PublishedArticle): string {
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
