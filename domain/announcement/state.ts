import type { ActorId, AnnouncementId, CaseId, Deadline, Instant, PaperId, Sha256 } from '../ids.ts';
import type { AnnouncementTaken, Signed } from './acts.ts';

/** Several cities that are announced together; ids, hashes and dates, no person's words. */
export type Announcement = {
  announcement: AnnouncementId;
  /** The version of the announcement itself: a correction is the next one. */
  edition: number;
  /** Rises with everything that happens; rows are written in its order. */
  version: number;
  changed: number;
  cases: CaseId[];
  plan: PaperId;
  stage: AnnouncementStep;
  /** The embargo: nothing is public before it; null where it goes out as soon as it is approved. */
  publishAt: Instant | null;
  /** What a later edition does to what is public; absent in the first one. */
  amends?: Amendment;
  due?: Deadline;
  overdue: boolean;
  acts: AnnouncementTaken[];
};

/** `notice` is the paper with the sentence that readers get; the newsletter goes out again only where `newsletter` says so. */
export type Amendment = { kind: 'correction' | 'retraction'; notice: PaperId; newsletter: boolean };

export type AnnouncementStep =
  /** Waits for cities that are not ready yet; once overdue, a person decides how it goes on. */
  | { step: 'gathering'; awaited: CaseId[]; composedBy: ActorId[] }
  | { step: 'draft'; article: Sha256; composedBy: ActorId[] }
  | { step: 'recompose'; composedBy: ActorId[] }
  /** Goes out once the time to take it back is over, and its embargo. */
  | (Approved & { step: 'approved'; undoUntil: Instant | null })
  | (Approved & { step: 'publishing' })
  | (Approved & { step: 'published'; publishedAt: Instant; publishedSha256: Sha256; newsletter: NewsletterCount })
  | { step: 'dropped' };

export type Approved = { article: Sha256; composedBy: ActorId[]; approvedBy: ActorId };
export type NewsletterCount = { recipients: number; sent: number; unknown: number };

type Start = { announcement: AnnouncementId; cases: CaseId[]; plan: PaperId; publishAt: Instant | null };

/** The state of an announcement that has just been composed. */
export function drafted(
  start: Start & { edition: number; act: Signed & { kind: 'composed'; article: Sha256 } },
): Announcement {
  const { act } = start;
  return begun(start, { step: 'draft', article: act.article, composedBy: [act.actor] });
}

/** The state of an announcement that waits for some of its cities to become ready. */
export function gathering(
  start: Start & { awaited: CaseId[]; act: Signed & { kind: 'gathering-began'; until: Deadline } },
): Announcement {
  const { awaited, ...rest } = start;
  const { actor, until } = rest.act;
  return { ...begun({ ...rest, edition: 1 }, { step: 'gathering', awaited, composedBy: [actor] }), due: until };
}

/** The state of an edition that corrects or takes back what is public, and has just been composed. */
export function amended(
  start: Start & {
    edition: number;
    act: Signed & Amendment & { article: Sha256 };
  },
): Announcement {
  const { kind, notice, newsletter, article, actor } = start.act;
  return {
    ...begun(start, { step: 'draft', article, composedBy: [actor] }),
    amends: { kind, notice, newsletter },
  };
}

function begun(start: Start & { edition: number; act: AnnouncementTaken }, stage: AnnouncementStep): Announcement {
  const { act, announcement, edition, cases, plan, publishAt } = start;
  return { announcement, edition, version: 1, changed: 1, cases, plan, stage, publishAt, overdue: false, acts: [act] };
}
