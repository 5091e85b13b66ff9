import { articlePath, renderArticle } from './article.tsx';
import { renderAtom, renderJsonFeed, renderRss } from './feeds.ts';
import { renderHome } from './home.tsx';
import { renderMembers } from './members.tsx';
import { renderNews } from './news.tsx';
import { renderNotFound } from './not-found.tsx';
import type { SiteData } from './site-data.ts';
import { renderRobots, renderSitemap } from './sitemap.ts';
import { style } from './style.ts';

export type { PublishedArticle, SiteData, SiteMember } from './site-data.ts';

/** A file of the site: its path below the site's address, and its text (UTF-8). */
export type SiteFile = { path: string; body: string };

/**
 * Every page, list and feed of the public site, as it is with these articles and members. The pictures are not among
 * them: pages refer to them as `images/<sha256>.<extension>`. The same data gives the same bytes.
 */
export function renderSite(site: SiteData): SiteFile[] {
  return [
    ...site.articles.map((published) => ({
      path: articlePath(published.article),
      body: renderArticle(site, published),
    })),
    { path: 'style.css', body: style },
    { path: '404.html', body: renderNotFound(site) },
    { path: 'news/index.html', body: renderNews(site) },
    { path: 'members/index.html', body: renderMembers(site) },
    { path: 'sitemap.xml', body: renderSitemap(site) },
    { path: 'robots.txt', body: renderRobots(site) },
    { path: 'feeds/rss.xml', body: renderRss(site) },
    { path: 'feeds/atom.xml', body: renderAtom(site) },
    { path: 'feeds/feed.json', body: renderJsonFeed(site) },
    { path: 'index.html', body: renderHome(site) },
  ];
}
