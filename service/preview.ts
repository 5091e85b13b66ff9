import type { AnnouncementId, Instant } from '../domain/ids.ts';
import type { PublishedArticle, SiteContents } from '../domain/site-contents.ts';
import { findAnnouncement } from '../records/announcements.ts';
import { readDocument } from '../records/documents-kept.ts';
import { siteContents } from '../records/site-contents.ts';
import { articleNow } from './article-now.ts';
import type { Door } from './door.ts';

/** What a page of an announcement is made of; `picture` is its image as a `data:` address, `publicFrom` null once it is public. */
export type Preview = {
  own: PublishedArticle;
  contents: SiteContents;
  picture: string;
  standing: { public: boolean; from: Instant | null };
};

/** An announcement as its page would be, published at its time or else now, among what is public today; null where there is none, or no city is ready. */
export async function previewOf(door: Door, id: AnnouncementId): Promise<Preview | null> {
  const { records, network } = door;
  const row = await findAnnouncement(records.database, id);
  if (!row) return null;
  const article = await articleNow(door, row);
  if (!article) return null;
  const at = row.published_at ?? row.publish_at ?? door.clock.now();
  const contents = await siteContents(records, network, { id, edition: row.edition, article, at });
  const own = contents.articles.find((one) => one.id === id);
  if (!own) return null;
  const image = article.image ? await readDocument(records, article.image.sha256) : null;
  return {
    own,
    contents,
    picture: image ? `data:${image.type};base64,${Buffer.from(image.bytes).toString('base64')}` : '',
    standing: { public: row.published_at !== null, from: row.publish_at },
  };
}
