/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { toStart } from './addresses.ts';
import { Harmless } from './harmless.tsx';
import { inSigns } from './signs.ts';
import type { SiteData } from './site-data.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

export type PageHead = {
  /** The page's file, from which its links start: `news/index.html`. */
  path: string;
  title: string;
  description: string;
  type?: 'website' | 'article';
  /** Where its links start, for a page that is shown at any address; else the way up from its path. */
  start?: string;
  /** Where the style is, for a page that is not among the published ones. */
  style?: string;
  /** The style, for a page that is a file of its own; else the site's. */
  alone?: string;
  /** What stands above the page, for whoever looks at it before it is public. */
  note?: string;
  /** What else stands in the head. */
  more?: Child;
};

/** A whole page of the site: what is common to all, around what is the page's own. */
export function renderPage(site: SiteData, head: PageHead, content: Child): string {
  const start = head.start ?? toStart(head.path);
  return `<!doctype html>\n${(
    (
      <html lang={words.language}>
        <Head site={site} head={head} start={start} />
        <body>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          {head.note !== undefined && <p class="note">{head.note}</p>}
          <Masthead site={site} start={start} path={head.path} />
          <main id="content">{content}</main>
          <Foot site={site} start={start} />
        </body>
      </html>
    )
  ).toString()}\n`;
}

function Head({ site, head, start }: { site: SiteData; head: PageHead; start: string }) {
  const { network, address } = site;
  const url = `${address}/${head.path.replace(/index\.html$/, '')}`;
  const title = head.path === 'index.html' ? network.name : `${head.title} | ${network.shortName}`;
  const description = inSigns(head.description);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{inSigns(title)}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={url} />
      {head.alone === undefined ? (
        <link rel="stylesheet" href={head.style ?? `${start}style.css`} />
      ) : (
        <>
          <base href={url} />
          <meta name="robots" content="noindex" />
          <style dangerouslySetInnerHTML={{ __html: head.alone }} />
        </>
      )}
      <link rel="alternate" type="application/rss+xml" title="RSS" href={`${address}/feeds/rss.xml`} />
      <link rel="alternate" type="application/atom+xml" title="Atom" href={`${address}/feeds/atom.xml`} />
      <link rel="alternate" type="application/feed+json" title="JSON Feed" href={`${address}/feeds/feed.json`} />
      <meta property="og:type" content={head.type ?? 'website'} />
      <meta property="og:site_name" content={inSigns(network.name)} />
      <meta property="og:locale" content={words.locale} />
      <meta property="og:title" content={inSigns(head.title)} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      {head.more}
    </head>
  );
}

function Masthead({ site, start, path }: { site: SiteData; start: string; path: string }) {
  const here = (folder: string) => (path === `${folder}/index.html` ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <header class="masthead">
      <div class="wide">
        <a class="brand" href={start}>
          <Mark />
          <span>
            <Harmless text={site.network.name} />
          </span>
        </a>
        <nav aria-label={words.mainNavigation}>
          <a href={`${start}news/`} {...here('news')}>
            {words.news}
          </a>
          <a href={`${start}members/`} {...here('members')}>
            {words.members}
          </a>
          <a href={`${site.address}/check`} {...here('check')}>
            {words.check}
          </a>
          <a class="act" href={`${site.address}/join`}>
            {words.join}
          </a>
        </nav>
      </div>
    </header>
  );
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path class="ways" d="M7 24 12 8 25 13ZM12 8 16 19 7 24M16 19 25 13" />
      <path class="dots" d="M7 24h0M12 8h0M25 13h0M16 19h0" />
    </svg>
  );
}

function Foot({ site, start }: { site: SiteData; start: string }) {
  const { name, about, sender } = site.network;
  return (
    <footer class="foot">
      <div class="wide">
        <section>
          <h2>
            <Harmless text={name} />
          </h2>
          <p>
            <Harmless text={about} />
          </p>
        </section>
        <nav aria-label={words.feeds}>
          <h2>{words.feeds}</h2>
          <a href={`${start}feeds/rss.xml`}>RSS</a>
          <a href={`${start}feeds/atom.xml`}>Atom</a>
          <a href={`${start}feeds/feed.json`}>JSON Feed</a>
        </nav>
        <section>
          <h2>{words.contact}</h2>
          <a href={`mailto:${sender.email}`}>{sender.email}</a>
        </section>
      </div>
    </footer>
  );
}
