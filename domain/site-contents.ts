import type { Article } from './article.ts';
import type { AnnouncementId, CityId, Day, Instant, Sha256 } from './ids.ts';

/**
 * An article that readers have, by the id of its announcement, which its address in the feeds is made of; `noticedAt` says
 * when each of its notices became public.
 */
export type PublishedArticle = {
  id: AnnouncementId;
  article: Article;
  publishedAt: Instant;
  modifiedAt: Instant;
  noticedAt: Instant[];
};

/** A member as the directory shows it; `announcementSlug` leads to the article that announced it. */
export type SiteMember = {
  city: CityId;
  name: string;
  nativeName: string;
  countryName: string;
  kind: string;
  memberSince: Day;
  announcementSlug?: string;
};

/** What stands on the public site: its articles, newest first, its members, and what kind of picture each picture is. */
export type SiteContents = {
  /** How many editions are known to it: of two that were read at about the same time, the one with more is the newer. */
  editions: number;
  articles: PublishedArticle[];
  members: SiteMember[];
  images: ReadonlyMap<Sha256, ImageKind>;
};

/** Media type and file ending (without a dot) of a picture. */
export type ImageKind = { type: string; extension: string };
