import type { Article } from '../domain/article.ts';
import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import type { AnnouncementId, Sha256 } from '../domain/ids.ts';
import type { Network } from '../domain/network.ts';
import { membershipOf } from '../domain/onboarding/state.ts';
import type { ImageKind, PublishedArticle, SiteContents, SiteMember } from '../domain/site-contents.ts';
import { announcementViewOf, listAnnouncements } from './announcements.ts';
import { listCases, viewOf } from './cases.ts';
import { countryName, readArticleDocument } from './composing.ts';
import { readDocument } from './documents-kept.ts';
import { importedMembers } from './members.ts';
import { bodyOf } from './papers.ts';
import type { Records } from './records.ts';

/** The public site as the records have it; where one is given, with an article in it that may not be public yet. */
export async function siteContents(records: Records, network: Network, own?: PublishedArticle): Promise<SiteContents> {
  const articles = [...(own ? [own] : []), ...(await othersPublished(records, own?.id))].toSorted((one, other) =>
    other.publishedAt.localeCompare(one.publishedAt),
  );
  const images = await imagesOf(
    records,
    articles.map(({ article }) => article),
  );
  return { articles, members: await membersOf(records, network, articles), images };
}

/** All that is public, or is being published at this moment: of two that publish together, each renders the other too. */
async function othersPublished(
  records: Records,
  announcement: AnnouncementId | undefined,
): Promise<PublishedArticle[]> {
  const rows = await listAnnouncements(records.database);
  const dated = rows.flatMap((row) => {
    const at =
      row.published_at ?? announcementViewOf(row).acts.findLast(({ kind }) => kind === 'publication-began')?.at;
    return row.id !== announcement && at !== undefined && row.step !== 'dropped' ? [{ row, at }] : [];
  });
  return await Promise.all(
    dated.map(async ({ row: { id, article }, at }) => ({
      id,
      article: await readArticleDocument(records, article),
      publishedAt: at,
      modifiedAt: at,
    })),
  );
}

const extensions: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

async function imagesOf(records: Records, articles: Article[]): Promise<Map<Sha256, ImageKind>> {
  const images = new Map<Sha256, ImageKind>();
  for (const { image } of articles) {
    const document = image ? await readDocument(records, image.sha256) : null;
    if (image && document)
      images.set(image.sha256, { type: document.type, extension: extensions[document.type] ?? 'bin' });
  }
  return images;
}

/** Members that are announced, chose not to be, or joined before; one that waits for its announcement is nobody's news yet. */
async function membersOf(
  { database }: Records,
  network: Network,
  articles: readonly PublishedArticle[],
): Promise<SiteMember[]> {
  const announcements = await listAnnouncements(database);
  const members: SiteMember[] = (await importedMembers(database)).map((row) => ({
    city: row.city,
    name: row.name,
    nativeName: row.native_name,
    kind: row.kind,
    countryName: countryName(network, row.country),
    memberSince: row.member_since,
  }));
  for (const row of await listCases(database)) {
    const view = viewOf(row);
    const member = membershipOf(view.stage);
    if (!member || view.stage.stage === 'withdrawn') continue;
    const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(view));
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
