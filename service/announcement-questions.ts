import type { Announcement } from '../domain/announcement/state.ts';
import type { Article } from '../domain/article.ts';
import type { AnnouncementId, CaseId, CityId, Instant, Sha256 } from '../domain/ids.ts';
import { waitsFor } from '../domain/onboarding/state.ts';
import {
  type AnnouncementRow,
  announcementViewOf,
  editionsOf,
  findAnnouncement,
  listAnnouncements,
  presentOf,
} from '../records/announcements.ts';
import { type CaseRow, findCase, viewOf } from '../records/cases.ts';
import { type Delivery, deliveriesOf } from '../records/deliveries.ts';
import { articleNow } from './article-now.ts';
import type { Door } from './door.ts';

/** A city of an announcement, and how far it has come; `ready` to be announced. */
export type AnnouncementCity = {
  case: CaseId;
  city: CityId;
  name: string;
  stage: string;
  step: string | null;
  ready: boolean;
  waitsFor: 'city' | 'staff' | 'nobody';
  due: Instant | null;
};

/** One edition of an announcement: the first, and each that corrects or retracts what was published before. */
export type AnnouncementVersion = {
  edition: number;
  kind: 'announcement' | 'correction' | 'retraction';
  step: string;
  sha256: Sha256;
  publishedAt: Instant | null;
};

export type AnnouncementFacts = {
  view: Announcement;
  /** What it is about; null while no city is ready. */
  article: Article | null;
  title: string;
  slug: string;
  cities: AnnouncementCity[];
  /** Until when an approval can be taken back; null where nothing waits for that. */
  undoUntil: Instant | null;
  /** The embargo: before this nothing is public; null where there is none. */
  scheduledFor: Instant | null;
  versions: AnnouncementVersion[];
  deliveries: Delivery[];
};

/** An announcement with the article that its step is about, its cities and its editions; null where there is none. */
export async function showAnnouncement(door: Door, id: AnnouncementId): Promise<AnnouncementFacts | null> {
  const { database } = door.records;
  const row = await findAnnouncement(database, id);
  if (!row) return null;
  const view = announcementViewOf(row);
  const cases = await Promise.all(view.cases.map((one) => findCase(database, one)));
  return {
    view,
    article: await articleNow(door, row),
    title: row.title,
    slug: row.slug,
    cities: cases.flatMap((one) => (one ? [cityOf(one)] : [])),
    undoUntil: view.stage.step === 'approved' ? view.stage.undoUntil : null,
    scheduledFor: view.publishAt,
    versions: (await editionsOf(database, id)).map(versionOf),
    deliveries: await deliveriesOf(database, id),
  };
}

export type AnnouncementSummary = {
  id: AnnouncementId;
  edition: number;
  title: string;
  slug: string;
  step: string;
  cities: number;
  due: Instant | null;
  overdue: boolean;
  scheduledFor: Instant | null;
  publishedAt: Instant | null;
};

/** Every announcement in its present edition, the newest published first. */
export async function listAllAnnouncements(door: Door): Promise<AnnouncementSummary[]> {
  const rows = await listAnnouncements(door.records.database);
  const editions = Map.groupBy(
    rows.toSorted((one, other) => one.edition - other.edition),
    ({ id }) => id,
  );
  const present = rows.filter((row) => presentOf(editions.get(row.id) ?? []) === row);
  return present.map((row) => ({ ...summaryOf(row), publishedAt: publicSince(editions.get(row.id) ?? []) }));
}

/** When readers got what they have now; null where they have nothing. */
function publicSince(editions: readonly AnnouncementRow[]): Instant | null {
  return editions.findLast(({ published_at }) => published_at !== null)?.published_at ?? null;
}

function summaryOf(row: AnnouncementRow): AnnouncementSummary {
  const { id, edition, title, slug, step, publish_at, published_at } = row;
  const { cases, due, overdue } = announcementViewOf(row);
  return {
    id,
    edition,
    title,
    slug,
    step,
    cities: cases.length,
    due: due?.at ?? null,
    overdue,
    scheduledFor: publish_at,
    publishedAt: published_at,
  };
}

function versionOf(row: AnnouncementRow): AnnouncementVersion {
  const { edition, step, article, published_at } = row;
  const kind = announcementViewOf(row).amends?.kind ?? 'announcement';
  return { edition, kind, step, sha256: article, publishedAt: published_at };
}

function cityOf(row: CaseRow): AnnouncementCity {
  const { stage } = viewOf(row);
  return {
    case: row.id,
    city: row.city,
    name: row.name,
    stage: stage.stage,
    step: 'step' in stage ? stage.step : null,
    ready: stage.stage === 'announcement' || stage.stage === 'announced',
    waitsFor: waitsFor(stage),
    due: row.due,
  };
}
