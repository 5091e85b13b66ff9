/** @jsxImportSource hono/jsx */
import { shortDayWords } from '../time-words.ts';
import { picturePath, toStart } from './addresses.ts';
import { Harmless } from './harmless.tsx';
import { renderPage } from './layout.tsx';
import { dayIn, offsetTime } from './published-time.ts';
import { inSigns } from './signs.ts';
import { type PublishedArticle, type SiteData, standing } from './site-data.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

/** The list of every article, newest first. */
export function renderNews(site: SiteData): string {
  const path = 'news/index.html';
  const articles = standing(site);
  return renderPage(
    site,
    { path, title: words.news, description: site.network.about },
    <div class="wide listing">
      <h1>{words.news}</h1>
      {articles.length === 0 && <p class="lead">{words.noNews}</p>}
      <ul class="cards">
        {articles.map((published) => (
          <li>
            <Card site={site} published={published} path={path} level="h2" />
          </li>
        ))}
      </ul>
    </div>,
  );
}

/** An article in short, with its picture, on the page at `path`. */
export function Card({ site, published, path, level: Heading }: CardOf) {
  const { article, publishedAt } = published;
  const { zone } = site.network;
  const start = toStart(path);
  return (
    <div class={article.image ? 'card' : 'card bare'}>
      {article.image && (
        <img src={start + picturePath(site, article.image.sha256)} alt={inSigns(article.image.alt)} loading="lazy" />
      )}
      <div>
        <time datetime={offsetTime(publishedAt, zone)}>{shortDayWords(dayIn(publishedAt, zone), words.language)}</time>
        <Heading dir="auto">
          <a href={`${start}news/${article.slug}/`}>
            <Harmless text={article.title} />
          </a>
        </Heading>
        <p dir="auto">
          <Harmless text={article.lead} />
        </p>
      </div>
    </div>
  );
}

type CardOf = { site: SiteData; published: PublishedArticle; path: string; level: 'h2' | 'h3' };
