/** @jsxImportSource hono/jsx */
import { isRetracted } from '../../domain/amending.ts';
import type { Article } from '../../domain/article.ts';
import { shortDayWords } from '../time-words.ts';
import { pictureAddress, picturePath, toStart } from './addresses.ts';
import { ArticleText, Sources } from './article-text.tsx';
import { Harmless } from './harmless.tsx';
import { renderPage } from './layout.tsx';
import { MoreArticles } from './more-articles.tsx';
import { Notices } from './notices.tsx';
import { dayIn, offsetTime } from './published-time.ts';
import { inSigns } from './signs.ts';
import type { PublishedArticle, SiteData } from './site-data.ts';
import { structuredData } from './structured-data.ts';
import { style } from './style.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

/** The file of an article below the site's address. */
export function articlePath({ slug }: Article): string {
  return `news/${slug}/index.html`;
}

/** A page on its own: `picture` is the address of its picture, `note` what stands above it. */
export type OnItsOwn = { picture: string; note: string };

/** The page of one article; also on its own, in one file, where it need not be among the site's articles. */
export function renderArticle(site: SiteData, published: PublishedArticle, alone?: OnItsOwn): string {
  const { article } = published;
  const path = articlePath(article);
  const picture = article.image ? toStart(path) + picturePath(site, article.image.sha256) : '';
  return renderPage(
    site,
    {
      path,
      title: article.title,
      description: article.lead,
      type: 'article',
      ...(alone ? { alone: style, note: alone.note } : {}),
      more: <ArticleHead site={site} published={published} />,
    },
    <div class="reading">
      <article class="h-entry">
        <nav class="trail" aria-label={words.news}>
          <a href="../">{words.news}</a>
        </nav>
        <h1 class="p-name" dir="auto">
          <Harmless text={article.title} />
        </h1>
        <Byline published={published} zone={site.network.zone} />
        <Notices published={published} zone={site.network.zone} />
        <ArticleText article={article} picture={alone?.picture ?? picture} />
        <Sources article={article} />
      </article>
      <InThisArticle site={site} article={article} />
      <MoreArticles site={site} published={published} />
    </div>,
  );
}

function ArticleHead({ site, published }: { site: SiteData; published: PublishedArticle }) {
  const { article, publishedAt, modifiedAt } = published;
  const { zone } = site.network;
  return (
    <>
      <meta property="article:published_time" content={offsetTime(publishedAt, zone)} />
      <meta property="article:modified_time" content={offsetTime(modifiedAt, zone)} />
      {article.image && (
        <>
          <meta property="og:image" content={pictureAddress(site, article.image.sha256)} />
          <meta property="og:image:type" content={site.image(article.image.sha256).type} />
          <meta property="og:image:alt" content={inSigns(article.image.alt)} />
        </>
      )}
      {isRetracted(article) ? (
        <meta name="robots" content="noindex" />
      ) : (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData(site, published) }} />
      )}
    </>
  );
}

function Byline({ published: { article, publishedAt }, zone }: { published: PublishedArticle; zone: string }) {
  const { name, tagline } = article.author;
  return (
    <div class="byline">
      <p>
        <time class="dt-published" datetime={offsetTime(publishedAt, zone)}>
          {shortDayWords(dayIn(publishedAt, zone), words.language)}
        </time>
        , {words.by}{' '}
        <span class="p-author h-card" dir="auto">
          <Harmless text={name} />
        </span>
      </p>
      {tagline !== undefined && (
        <p class="tagline" dir="auto">
          <Harmless text={tagline} />
        </p>
      )}
    </div>
  );
}

function InThisArticle({ site, article }: { site: SiteData; article: Article }) {
  const members = article.sections.flatMap(({ city }) => site.members.find((member) => member.city === city) ?? []);
  if (members.length === 0) return null;
  return (
    <nav class="in-this-article" aria-label={words.inThisArticle}>
      <span>{words.inThisArticle}</span>
      {members.map(({ city, name }) => (
        <a class="chip" href={`../../members/#${city}`} dir="auto">
          <Harmless text={name} />
        </a>
      ))}
    </nav>
  );
}
