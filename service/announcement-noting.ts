import { type Announcement, drafted, gathering } from '../domain/announcement/state.ts';
import type { PlanPaper } from '../domain/case-papers.ts';
import { instantOf } from '../domain/dates.ts';
import type { ActorId, AnnouncementId, CaseId, Deadline, Instant, Sha256 } from '../domain/ids.ts';
import { announcementViewOf, findAnnouncement, noteAnnouncement, writeSubscribers } from '../records/announcements.ts';
import { composeFromRecords, composeOnly } from '../records/composing.ts';
import { writePaper } from '../records/papers.ts';
import type { Door } from './door.ts';

/** A new announcement of these cases, of which some may be awaited until a date. */
export type NewAnnouncement = {
  announcement: AnnouncementId;
  actor: ActorId;
  paper: PlanPaper;
  cases: CaseId[];
  awaited: CaseId[];
  until: Deadline;
};

/** Notes a new announcement before its workflow is started: composed, or waiting for its cities. Noted before, it stays as it is. */
export async function noteFirstEdition(door: Door, of: NewAnnouncement): Promise<Announcement> {
  const { database } = door.records;
  const { announcement, actor, paper } = of;
  const before = await findAnnouncement(database, announcement);
  if (before) return announcementViewOf(before);
  const at = door.clock.now();
  const plan = `${announcement}/plan/${announcement}`;
  const { view, title, slug, article } = await begun(door, of, { plan, at });
  const { mailingList = [] } = paper.plan;
  await database.transaction().execute(async (change) => {
    const sha256 = article === '' ? null : article;
    await writePaper(change, { id: plan, subject: announcement, kind: 'plan', body: paper, sha256, actor, at });
    await noteAnnouncement(change, {
      id: announcement,
      edition: 1,
      version: 0,
      step: view.stage.step,
      slug,
      title,
      plan,
      article,
      pages: null,
      publish_at: view.publishAt,
      published_at: null,
      view: JSON.stringify(view),
    });
    await writeSubscribers(
      change,
      mailingList.map((reader, index) => ({ id: `${announcement}/reader/${index + 1}`, announcement, ...reader })),
    );
  });
  return view;
}

/** `article` is empty while there is none. */
type Begun = { view: Announcement; title: string; slug: string; article: Sha256 };

/** While cities are awaited there is no article yet, only the title and address that all of them would have. */
async function begun(door: Door, of: NewAnnouncement, { plan, at }: { plan: string; at: Instant }): Promise<Begun> {
  const { announcement, actor, paper, cases, awaited, until } = of;
  const { publishAt: planned } = paper.plan;
  const publishAt = planned === undefined ? null : instantOf(planned);
  const signed = { id: announcement, actor, at };
  const start = { announcement, cases, plan, publishAt };
  if (awaited.length > 0) {
    const { title, slug } = await composeOnly(door.records, door.network, { announcement, plan: paper, cases });
    const view = gathering({ ...start, awaited, act: { ...signed, kind: 'gathering-began', until } });
    return { view, title, slug, article: '' };
  }
  const { article, sha256 } = await composeFromRecords(door.records, door.network, {
    announcement,
    plan: paper,
    cases,
  });
  const view = drafted({ ...start, edition: 1, act: { ...signed, kind: 'composed', article: sha256 } });
  return { view, title: article.title, slug: article.slug, article: sha256 };
}
