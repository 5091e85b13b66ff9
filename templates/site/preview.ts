import type { Instant } from '../../domain/ids.ts';
import { instantWords } from '../time-words.ts';
import { renderArticle } from './article.tsx';
import type { PublishedArticle, SiteData } from './site-data.ts';
import { siteWords } from './words.ts';

const words = siteWords('en');

/**
 * The page of an article in one file, style and picture (a `data:` address) included, for a person to look at before it
 * is published; above it stands that it is not public yet, and from when it will be.
 */
export function renderPreview(
  site: SiteData,
  published: PublishedArticle,
  { picture, standing }: { picture: string; standing: { public: boolean; from: Instant | null } },
): string {
  const from = standing.from === null ? null : instantWords(standing.from, site.network.zone, words.language);
  return renderArticle(site, published, { picture, note: standing.public ? words.isPublic : words.notPublic(from) });
}
