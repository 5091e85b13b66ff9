import { articleAddress } from './addresses.ts';
import { offsetTime } from './published-time.ts';
import { type SiteData, standing } from './site-data.ts';

/** Every page for search engines, articles with the time of their last change. */
export function renderSitemap(site: SiteData): string {
  const pages = ['', 'news/', 'members/'].map((path) => `<url><loc>${asXml(`${site.address}/${path}`)}</loc></url>`);
  const articles = standing(site).map(
    ({ article, modifiedAt }) =>
      `<url><loc>${asXml(articleAddress(site, article.slug))}</loc><lastmod>${offsetTime(modifiedAt, site.network.zone)}</lastmod></url>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages,
    ...articles,
    '</urlset>\n',
  ].join('\n');
}

/** Robots may read the public pages; the rooms of cities behind `/join/` are nobody's business. */
export function renderRobots({ address }: SiteData): string {
  return `User-agent: *\nDisallow: /join/\nSitemap: ${address}/sitemap.xml\n`;
}

function asXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
