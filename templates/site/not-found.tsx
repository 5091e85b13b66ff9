/** @jsxImportSource hono/jsx */
import { renderPage } from './layout.tsx';
import type { SiteData } from './site-data.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

/** The page for an address at which nothing stands; it is shown there, so its links start at the site's own start. */
export function renderNotFound(site: SiteData): string {
  const head = {
    path: '404.html',
    title: words.notFound,
    description: words.notFoundText,
    start: new URL(`${site.address}/`).pathname,
    more: <meta name="robots" content="noindex" />,
  };
  return renderPage(
    site,
    head,
    <section class="wide block">
      <h1>{words.notFound}</h1>
      <p class="lead">{words.notFoundText}</p>
      <p class="acts">
        <a href={head.start}>{words.firstPage}</a>
        <a href={`${head.start}news/`}>{words.allNews}</a>
        <a href={`${head.start}members/`}>{words.allMembers}</a>
      </p>
    </section>,
  );
}
