import type { Article } from '../../domain/article.ts';
import type { AnnouncementId, CityId, Day, Instant, Sha256 } from '../../domain/ids.ts';
import type { Network } from '../../domain/network.ts';

/** An article that readers have, by the id of its announcement, which its address in the feeds is made of. */
export type PublishedArticle = { id: AnnouncementId; article: Article; publishedAt: Instant; modifiedAt: Instant };

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

export type SiteData = {
  network: Network;
  /** Where the site stands, without a slash at the end. */
  address: string;
  /** Newest first, everything that is published, the new article included. */
  articles: PublishedArticle[];
  members: SiteMember[];
  /** Media type and file ending (without a dot) of a picture. */
  image: (sha256: Sha256) => { type: string; extension: string };
};
