import { isRetracted } from '../../domain/amending.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { Network } from '../../domain/network.ts';
import type { ImageKind, PublishedArticle, SiteMember } from '../../domain/site-contents.ts';

export type { PublishedArticle, SiteMember } from '../../domain/site-contents.ts';

export type SiteData = {
  network: Network;
  /** Where the site stands, without a slash at the end. */
  address: string;
  /** Newest first, everything that is published, the new article included. */
  articles: PublishedArticle[];
  members: SiteMember[];
  image: (sha256: Sha256) => ImageKind;
};

/** The articles that stand, newest first: one that was taken back keeps its page and its place in the feeds, and is in no list. */
export function standing({ articles }: SiteData): PublishedArticle[] {
  return articles.filter(({ article }) => !isRetracted(article));
}
