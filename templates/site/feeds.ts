import { Feed, type Item } from 'feed';
import { articleAddress, pictureAddress } from './addresses.ts';
import { articleMarkup } from './article-text.tsx';
import { markup } from './harmless.tsx';
import { noticesMarkup } from './notices.tsx';
import { offsetTime } from './published-time.ts';
import { inSigns } from './signs.ts';
import type { PublishedArticle, SiteData } from './site-data.ts';
import { siteWords } from './words.ts';

/** Readers that follow a feed ask for it again and again: it holds no more than the newest articles. */
const newest = 50;

/** The newest articles as RSS 2.0. */
export function renderRss(site: SiteData): string {
  const feed = feedOf(site);
  for (const published of site.articles.slice(0, newest)) {
    const { article } = published;
    feed.addItem({
      ...itemOf(site, published),
      author: [],
      // A title is plain text in RSS but markup in Atom, and RSS wants an e-mail address for its own kind of author.
      extensions: [
        { name: 'title', objects: { _text: plain(article.title) } },
        { name: 'dc:creator', objects: { _text: plain(article.author.name) } },
      ],
    });
  }
  return feed.rss2();
}

/** The newest articles as Atom 1.0. */
export function renderAtom(site: SiteData): string {
  const feed = feedOf(site);
  for (const published of site.articles.slice(0, newest)) feed.addItem(itemOf(site, published));
  return feed.atom1();
}

/** The newest articles as JSON Feed 1.1, which the package `feed` does not write (it has 1.0). */
export function renderJsonFeed(site: SiteData): string {
  const { network, address } = site;
  const items = site.articles.slice(0, newest).map((published) => {
    const { article, publishedAt, modifiedAt } = published;
    return {
      id: idOf(published),
      url: articleAddress(site, article.slug),
      title: inSigns(article.title),
      summary: inSigns(article.lead),
      content_html: contentOf(site, published),
      ...(article.image ? { image: pictureAddress(site, article.image.sha256) } : {}),
      date_published: offsetTime(publishedAt, network.zone),
      date_modified: offsetTime(modifiedAt, network.zone),
      authors: [{ name: inSigns(article.author.name) }],
      language: siteWords('en').language,
    };
  });
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: inSigns(network.name),
    description: inSigns(network.about),
    home_page_url: `${address}/`,
    feed_url: `${address}/feeds/feed.json`,
    language: siteWords('en').language,
    items,
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function feedOf({ network, address, articles }: SiteData): Feed {
  const changes = articles.map(({ modifiedAt }) => modifiedAt).toSorted();
  return new Feed({
    id: plain(`${address}/`),
    title: plain(network.name),
    description: plain(network.about),
    link: `${address}/`,
    language: siteWords('en').language,
    // Without a date of ours the package would look at the clock.
    updated: new Date(changes.at(-1) ?? 0),
    generator: false,
    feedLinks: { rss: `${address}/feeds/rss.xml`, atom: `${address}/feeds/atom.xml` },
  });
}

function itemOf(site: SiteData, published: PublishedArticle): Item {
  const { article, publishedAt, modifiedAt } = published;
  return {
    id: idOf(published),
    title: markup(article.title),
    link: articleAddress(site, article.slug),
    description: markup(article.lead),
    content: contentOf(site, published),
    author: [{ name: plain(article.author.name) }],
    published: new Date(publishedAt),
    date: new Date(modifiedAt),
  };
}

function idOf({ id }: PublishedArticle): string {
  return `urn:oasc:announcement:${id}`;
}

function contentOf(site: SiteData, published: PublishedArticle): string {
  const { article } = published;
  const text = articleMarkup(article, article.image ? pictureAddress(site, article.image.sha256) : '');
  return noticesMarkup(published, site.network.zone) + text;
}

/** The package takes `&amp;` in a text for an ampersand that is escaped already, so every ampersand is. */
function plain(text: string): string {
  return inSigns(text).replaceAll('&', '&amp;');
}
