import { retractedArticle } from '../domain/amending.ts';
import { amendmentRefusal } from '../domain/announcement/refusal.ts';
import { type Announcement, amended } from '../domain/announcement/state.ts';
import type { PlanPaper, ReasonPaper } from '../domain/case-papers.ts';
import { instantOf } from '../domain/dates.ts';
import {
  type AnnouncementRow,
  announcementViewOf,
  editionsOf,
  noteAnnouncement,
  writeAnnouncement,
} from '../records/announcements.ts';
import { keepArticle } from '../records/composing.ts';
import { bodyOf, writePaper } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { beginAnnouncement } from './announcement-beginning.ts';
import type { SaidOfPublished } from './announcement-frame.ts';
import { type Answer, no, yes } from './answer.ts';
import { type Composed, correction, publicArticle } from './correction.ts';
import type { Door } from './door.ts';

/** An act that corrects or takes back what is public: what was said, its id, and the version that was seen. */
type Amending = { said: SaidOfPublished; actId: string; version: number };

/**
 * Composes the next edition of what is public: a correction, or a retraction. A second person approves it as the first;
 * then the page at the same address, lists and feeds follow. The same act again answers with the edition it has made.
 */
export async function amend(
  door: Door,
  member: StaffMember,
  view: Announcement,
  amending: Amending,
): Promise<Answer<Announcement>> {
  const { database } = door.records;
  const editions = await editionsOf(database, view.announcement);
  const own = editions.find((row) => isBegunBy(row, amending.actId));
  if (own) return await begin(door, own);
  const refusal = amendmentRefusal(view, amending.said.kind, amending.version);
  if (refusal) return no(refusal);
  const composed = await compose(door, view, amending.said);
  if (!composed.ok) return composed;
  const edition = (editions.at(-1)?.edition ?? 0) + 1;
  await note(door, member, { view, edition, amending, composed: composed.value });
  const noted = (await editionsOf(database, view.announcement)).find((row) => row.edition === edition);
  // Two may correct at the same moment: the one who came second looks at what the first has written.
  if (!noted || !isBegunBy(noted, amending.actId)) return no({ code: 'wrong-step', step: 'draft' });
  return await begin(door, noted);
}

function isBegunBy(row: AnnouncementRow, actId: string): boolean {
  return row.edition > 1 && announcementViewOf(row).acts[0]?.id === actId;
}

async function begin(door: Door, row: AnnouncementRow): Promise<Answer<Announcement>> {
  const view = announcementViewOf(row);
  if (row.version > 0) return yes(view);
  const started = await beginAnnouncement(door, view);
  if (!started.ok) return started;
  await writeAnnouncement(door.records.database, view);
  return yes(view);
}

async function compose(door: Door, view: Announcement, said: SaidOfPublished): Promise<Answer<Composed>> {
  if (said.kind === 'correct') return await correction(door, view, { ...said, notice: said.reason });
  const before = await publicArticle(door, view.announcement);
  const paper = await bodyOf<PlanPaper>(door.records.database, view.plan);
  return yes({ paper, cases: view.cases, article: retractedArticle(before, said.reason, door.network) });
}

type Noting = { view: Announcement; edition: number; amending: Amending; composed: Composed };

async function note(door: Door, member: StaffMember, { view, edition, amending, composed }: Noting): Promise<void> {
  const { announcement } = view;
  const { said, actId } = amending;
  const { paper, cases, article } = composed;
  const at = door.clock.now();
  const sha256 = await keepArticle(door.records, article);
  const written = { subject: announcement, actor: member.id, at };
  const notice: ReasonPaper = { reason: said.reason };
  const papers = { notice: `${announcement}/notice/${actId}`, plan: `${announcement}/plan/${actId}` };
  const { publishAt: planned } = paper.plan;
  const next = amended({
    announcement,
    edition,
    cases,
    plan: papers.plan,
    publishAt: said.kind === 'correct' && planned !== undefined ? instantOf(planned) : null,
    act: {
      id: actId,
      actor: member.id,
      at,
      kind: said.kind === 'correct' ? 'correction' : 'retraction',
      notice: papers.notice,
      newsletter: said.newsletter,
      article: sha256,
    },
  });
  await door.records.database.transaction().execute(async (change) => {
    await writePaper(change, { ...written, id: papers.notice, kind: 'reason', body: notice, sha256: null });
    await writePaper(change, { ...written, id: papers.plan, kind: 'plan', body: paper, sha256 });
    await noteAnnouncement(change, {
      id: announcement,
      edition,
      version: 0,
      step: 'draft',
      slug: article.slug,
      title: article.title,
      plan: papers.plan,
      article: sha256,
      pages: null,
      publish_at: next.publishAt,
      published_at: null,
      view: JSON.stringify(next),
    });
  });
}
