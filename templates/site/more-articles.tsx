/** @jsxImportSource hono/jsx */
import type { FurtherArticle } from '../../domain/announcement-plan.ts';
import { shortDayWords } from '../time-words.ts';
import { Harmless, linkTo } from './harmless.tsx';
import { dayIn, offsetTime } from './published-time.ts';
import { type PublishedArticle, type SiteData, standing } from './site-data.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

/** What else there is to read: the earlier news that was approved with the article, then the three newest others of the site. */
export function MoreArticles({ site, published: { id, article } }: { site: SiteData; published: PublishedArticle }) {
  const others = standing(site)
    .filter((one) => one.id !== id)
    .slice(0, 3);
  return (
    <section class="more" aria-labelledby="more">
      <h2 id="more">{words.moreArticles}</h2>
      {article.articles.length > 0 && (
        <ul class="further">
          {article.articles.map((further) => (
            <Further further={further} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <h3 class="label">{words.fromUs}</h3>
          <ul class="others">
            {others.map((other) => (
              <Other other={other} zone={site.network.zone} />
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="../">{words.allNews}</a>
      </p>
    </section>
  );
}

function Further({ further: { category, title, excerpt, url } }: { further: FurtherArticle }) {
  return (
    <li>
      <p class="category" dir="auto">
        <Harmless text={category} />
      </p>
      <h3 dir="auto">
        {url === undefined ? (
          <Harmless text={title} />
        ) : (
          <a {...linkTo(url)}>
            <Harmless text={title} />
          </a>
        )}
      </h3>
      <p class="excerpt" dir="auto">
        <Harmless text={excerpt} />
      </p>
    </li>
  );
}

function Other({ other: { article, publishedAt }, zone }: { other: PublishedArticle; zone: string }) {
  return (
    <li>
      <time datetime={offsetTime(publishedAt, zone)}>{shortDayWords(dayIn(publishedAt, zone), words.language)}</time>
      <a href={`../${article.slug}/`} dir="auto">
        <Harmless text={article.title} />
      </a>
    </li>
  );
}
