import { isRetracted } from '../domain/amending.ts';
import type { Article } from '../domain/article.ts';
import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import type { AnnouncementId, CaseId, Instant, Sha256 } from '../domain/ids.ts';
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
import type { Database } from './schema.ts';

/** An edition that may not be public yet, as it would be from an instant on. */
export type OwnEdition = { id: AnnouncementId; edition: number; article: Article; at: Instant };

/** The public site as the records have it; where one is given, with an edition in it that may not be public yet. */
export async function siteContents(records: Records, network: Network, own?: OwnEdition): Promise<SiteContents> {
  const editions = await publicEditions(records.database, own);
  const found = await Promise.all(
    [...editions].map(async ([id, rows]) => published(rows, await latestArticle(records, id, rows, own))),
  );
  const articles = found.toSorted((one, other) => other.publishedAt.localeCompare(one.publishedAt));
  return {
    articles,
    members: await membersOf(records, network, articles, editions),
    images: await imagesOf(records, articles),
    editions: [...editions.values()].reduce((sum, rows) => sum + (rows.at(-1)?.edition ?? 0), 0),
  };
}

/** An edition, the cases that it names, and since when readers have it. */
type PublicEdition = { id: AnnouncementId; edition: number; at: Instant; cases: CaseId[]; article: Sha256 };

/** All that is public, or is being published at this moment, by announcement: of two that publish together, each has the other too. */
async function publicEditions(
  database: Database,
  own: OwnEdition | undefined,
): Promise<Map<AnnouncementId, PublicEdition[]>> {
  const editions = new Map<AnnouncementId, PublicEdition[]>();
  const rows = (await listAnnouncements(database)).toSorted((one, other) => one.edition - other.edition);
  for (const row of rows) {
    const { acts, cases } = announcementViewOf(row);
    const isOwn = row.id === own?.id && row.edition === own.edition;
    const began = acts.findLast(({ kind }) => kind === 'publication-began')?.at ?? row.published_at;
    const at = isOwn ? own.at : began;
    if (at === null || (row.step === 'dropped' && !isOwn)) continue;
    if (row.id === own?.id && row.edition > own.edition) continue;
    const { id, edition, article } = row;
    editions.set(id, [...(editions.get(id) ?? []), { id, edition, at, cases, article }]);
  }
  return editions;
}

async function latestArticle(
  records: Records,
  id: AnnouncementId,
  rows: readonly PublicEdition[],
  own: OwnEdition | undefined,
): Promise<Article> {
  return id === own?.id ? own.article : await readArticleDocument(records, rows.at(-1)?.article ?? '');
}

/** An announcement as readers have it: since its first edition, changed by its last, with the day of each notice. */
function published(rows: readonly PublicEdition[], article: Article): PublishedArticle {
  const [first, ...later] = rows;
  const publishedAt = first?.at ?? '';
  const noticedAt = later.map(({ at }) => at);
  return { id: first?.id ?? '', article, publishedAt, modifiedAt: noticedAt.at(-1) ?? publishedAt, noticedAt };
}

const extensions: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

async function imagesOf(records: Records, articles: readonly PublishedArticle[]): Promise<Map<Sha256, ImageKind>> {
  const images = new Map<Sha256, ImageKind>();
  for (const { article } of articles) {
    const { image } = article;
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
  editions: ReadonlyMap<AnnouncementId, PublicEdition[]>,
): Promise<SiteMember[]> {
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
    const announced = [...editions.values()].find((all) => all.some(({ cases }) => cases.includes(row.id)));
    if (!announced && view.stage.stage !== 'waived') continue;
    const slug = announced?.at(-1)?.cases.includes(row.id) ? slugOf(articles, announced) : undefined;
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

/** The address of the article that announced a city; none where it was taken back. */
function slugOf(articles: readonly PublishedArticle[], [edition]: readonly PublicEdition[]): string | undefined {
  const article = articles.find(({ id }) => id === edition?.id)?.article;
  return article && !isRetracted(article) ? article.slug : undefined;
}
