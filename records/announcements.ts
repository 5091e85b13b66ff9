import type { Announcement } from '../domain/announcement/state.ts';
import type { AnnouncementId, Sha256 } from '../domain/ids.ts';
import { appendAudit } from './audit.ts';
import type { Database, NewRow, Row } from './schema.ts';

export type AnnouncementRow = Row<'announcements'>;

/** Notes a new announcement before its workflow is started, at version 0; noted before, nothing changes. */
export async function noteAnnouncement(transaction: Database, row: NewRow<'announcements'>): Promise<void> {
  await transaction
    .insertInto('announcements')
    .values(row)
    .onConflict((conflict) => conflict.columns(['id', 'edition']).doNothing())
    .execute();
}

/** Writes an announcement as it now is; the row only moves forward, and each act is in the audit once. */
export async function writeAnnouncement(database: Database, announcement: Announcement): Promise<void> {
  const { announcement: id, edition, version, plan, stage, publishAt, acts } = announcement;
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('announcements')
      .set({
        version,
        step: stage.step,
        plan,
        publish_at: publishAt,
        ...('article' in stage ? { article: stage.article } : {}),
        ...('publishedAt' in stage ? { published_at: stage.publishedAt } : {}),
        view: JSON.stringify(announcement),
      })
      .where('id', '=', id)
      .where('edition', '=', edition)
      .where('version', '<', version)
      .execute();
    await appendAudit(
      transaction,
      acts.map(({ id: act, actor, at, kind, ...detail }) => ({
        id: `${id}/${act}`,
        subject: id,
        kind,
        actor,
        at,
        detail,
      })),
    );
  });
}

/** Drops an announcement that was noted and never began, so that its address is free again. */
export async function dropNoted(database: Database, id: AnnouncementId): Promise<void> {
  await database
    .updateTable('announcements')
    .set({ step: 'dropped' })
    .where('id', '=', id)
    .where('version', '=', 0)
    .execute();
}

/** Notes under which title and address an article will be found, whoever composed it. */
export async function noteArticle(
  database: Database,
  id: AnnouncementId,
  edition: number,
  article: { article: Sha256; title: string; slug: string },
): Promise<void> {
  await database
    .updateTable('announcements')
    .set(article)
    .where('id', '=', id)
    .where('edition', '=', edition)
    .execute();
}

/** Keeps where the rendered pages are; the first answer stays, so that what readers get is rendered once. */
export async function notePages(
  database: Database,
  id: AnnouncementId,
  edition: number,
  pages: Sha256,
): Promise<Sha256> {
  await database
    .updateTable('announcements')
    .set({ pages })
    .where('id', '=', id)
    .where('edition', '=', edition)
    .where('pages', 'is', null)
    .execute();
  return (await findAnnouncement(database, id, edition))?.pages ?? pages;
}

/** An edition of an announcement; where none is named the present one, which is the latest that was not dropped. */
export async function findAnnouncement(
  database: Database,
  id: AnnouncementId,
  edition?: number,
): Promise<AnnouncementRow | null> {
  const editions = await editionsOf(database, id);
  if (edition !== undefined) return editions.find((row) => row.edition === edition) ?? null;
  return presentOf(editions);
}

/** The edition that an announcement is about at present: the latest that was not dropped, or else the latest. */
export function presentOf(editions: readonly AnnouncementRow[]): AnnouncementRow | null {
  return editions.findLast(({ step }) => step !== 'dropped') ?? editions.at(-1) ?? null;
}

/** Every edition of an announcement, the first first. */
export async function editionsOf(database: Database, id: AnnouncementId): Promise<AnnouncementRow[]> {
  return await database.selectFrom('announcements').selectAll().where('id', '=', id).orderBy('edition').execute();
}

/** All announcements, the newest published first, drafts last. */
export async function listAnnouncements(database: Database): Promise<AnnouncementRow[]> {
  return await database
    .selectFrom('announcements')
    .selectAll()
    .orderBy('published_at', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute();
}

/** What readers have: the latest published edition of each announcement. */
export async function publishedNow(database: Database): Promise<AnnouncementRow[]> {
  const rows = (await listAnnouncements(database)).filter(({ published_at }) => published_at !== null);
  return rows.filter(({ id, edition }) => !rows.some((other) => other.id === id && other.edition > edition));
}

/** The addresses of all other announcements, published or planned. */
export async function otherSlugs(database: Database, id: AnnouncementId): Promise<Set<string>> {
  const rows = await listAnnouncements(database);
  return new Set(rows.filter((row) => row.id !== id && row.step !== 'dropped').map(({ slug }) => slug));
}

export function announcementViewOf(row: Pick<AnnouncementRow, 'view'>): Announcement {
  return JSON.parse(row.view) as Announcement;
}

/** Writes the readers of an announcement's newsletter. */
export async function writeSubscribers(transaction: Database, subscribers: NewRow<'subscribers'>[]): Promise<void> {
  for (const subscriber of subscribers)
    await transaction
      .insertInto('subscribers')
      .values(subscriber)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
}

export async function subscribersOf(database: Database, announcement: AnnouncementId): Promise<Row<'subscribers'>[]> {
  return await database
    .selectFrom('subscribers')
    .selectAll()
    .where('announcement', '=', announcement)
    .orderBy('id')
    .execute();
}
