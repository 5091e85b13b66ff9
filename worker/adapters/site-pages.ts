import type { Edition } from '../../activities/publishing.ts';
import type { Article } from '../../domain/article.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import { type ApplicationPaper, applicationPaperOf } from '../../domain/case-papers.ts';
import type { Instant, Sha256 } from '../../domain/ids.ts';
import { membershipOf } from '../../domain/onboarding/state.ts';
import { announcementViewOf, listAnnouncements } from '../../records/announcements.ts';
import { listCases, viewOf } from '../../records/cases.ts';
import { countryName, readArticleDocument } from '../../records/composing.ts';
import { readDocument } from '../../records/documents-kept.ts';
import { bodyOf } from '../../records/papers.ts';
import type { Records } from '../../records/records.ts';
import { type PublishedArticle, renderSite, type SiteMember } from '../../templates/site/site.ts';
import type { Pages, PressRoom } from './press-room.ts';

/** Renders the whole site as it is with this article in it, keeps every file by its hash, and answers with the list of them. */
export async function renderPages(
  room: PressRoom,
  order: Edition & { article: Sha256; at: Instant },
): Promise<Uint8Array> {
  const { records, network, address } = room;
  const article = await readArticleDocument(records, order.article);
  const earlier = await publishedBefore(records, order);
  const own = { id: order.announcement, article, publishedAt: order.at, modifiedAt: order.at };
  const articles = [own, ...earlier].toSorted((one, other) => other.publishedAt.localeCompare(one.publishedAt));
  const images = await imagesOf(
    records,
    articles.map((one) => one.article),
  );
  const files: Pages['files'] = {};
  for (const [hash, { extension }] of images) files[`images/${hash}.${extension}`] = hash;
  const members = await membersOf(room, articles);
  const image = (hash: Sha256) => images.get(hash) ?? { type: 'application/octet-stream', extension: 'bin' };
  for (const { path, body } of renderSite({ network, address, articles, members, image }))
    files[path] = await records.documents.put(Buffer.from(body));
  const pages: Pages = { files, article: `news/${article.slug}/index.html`, articles: articles.length };
  return Buffer.from(canonicalJson(pages));
}

/** All that is public, or is being published at this moment: of two that publish together, each renders the other too. */
async function publishedBefore(records: Records, { announcement }: Edition): Promise<PublishedArticle[]> {
  const rows = await listAnnouncements(records.database);
  const dated = rows.flatMap((row) => {
    const at =
      row.published_at ?? announcementViewOf(row).acts.findLast(({ kind }) => kind === 'publication-began')?.at;
    return row.id !== announcement && at !== undefined && row.step !== 'dropped' ? [{ row, at }] : [];
  });
  const earlier = await Promise.all(
    dated.map(async ({ row: { id, article }, at }) => ({
      id,
      article: await readArticleDocument(records, article),
      publishedAt: at,
      modifiedAt: at,
    })),
  );
  return earlier.toSorted((one, other) => other.publishedAt.localeCompare(one.publishedAt));
}

const extensions: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

async function imagesOf(
  records: Records,
  articles: Article[],
): Promise<Map<Sha256, { type: string; extension: string }>> {
  const images = new Map<Sha256, { type: string; extension: string }>();
  for (const { image } of articles) {
    const document = image ? await readDocument(records, image.sha256) : null;
    if (image && document)
      images.set(image.sha256, { type: document.type, extension: extensions[document.type] ?? 'bin' });
  }
  return images;
}

/** Members that are announced, or chose not to be; one that waits for its announcement is nobody's news yet. */
async function membersOf({ records, network }: PressRoom, articles: PublishedArticle[]): Promise<SiteMember[]> {
  const announcements = await listAnnouncements(records.database);
  const members: SiteMember[] = [];
  for (const row of await listCases(records.database)) {
    const view = viewOf(row);
    const member = membershipOf(view.stage);
    if (!member || view.stage.stage === 'withdrawn') continue;
    const { application } = await bodyOf<ApplicationPaper>(records.database, applicationPaperOf(view));
    const { name, nativeName, kind } = application.authority;
    const announced = announcements.find(
      (one) => announcementViewOf(one).cases.includes(row.id) && articles.some(({ id }) => id === one.id),
    );
    if (!announced && view.stage.stage !== 'waived') continue;
    const slug = articles.find(({ id }) => id === announced?.id)?.article.slug;
    members.push({
      city: row.city,
      name,
      nativeName,
      kind,
      countryName: countryName(network, row.country),
      memberSince: member.memberSince,
      ...(slug === undefined ? {} : { announcementSlug: slug }),
    });
  }
  return members.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
