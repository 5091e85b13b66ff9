import type { ActorId, AnnouncementId, CaseId, Deadline, Instant, PaperId, Sha256 } from '../ids.ts';

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
  due?: Deadline;
  overdue: boolean;
  acts: AnnouncementTaken[];
};

export type AnnouncementStep =
  | { step: 'draft'; article: Sha256; composedBy: ActorId[] }
  | { step: 'recompose'; composedBy: ActorId[] }
  | (Approved & { step: 'approved' })
  | (Approved & { step: 'publishing' })
  | (Approved & { step: 'published'; publishedAt: Instant; publishedSha256: Sha256; newsletter: NewsletterCount })
  | { step: 'dropped' };

export type Approved = { article: Sha256; composedBy: ActorId[]; approvedBy: ActorId };
export type NewsletterCount = { recipients: number; sent: number; unknown: number };

export type AnnouncementDecision =
  | { kind: 'edit'; plan: PaperId; article: Sha256 }
  | { kind: 'approve'; article: Sha256 }
  | { kind: 'drop'; paper: PaperId }
  | { kind: 'wait'; paper: PaperId; until: Deadline };

export type AnnouncementEvent =
  | { kind: 'composed'; article: Sha256 }
  | { kind: 'turn-planned'; due: Deadline }
  | { kind: 'overdue' }
  | { kind: 'city-left'; case: CaseId }
  | { kind: 'publication-began' }
  | { kind: 'published'; sha256: Sha256; newsletter: NewsletterCount };

type Signed = { id: string; actor: ActorId; at: Instant };
export type AnnouncementAct = Signed & { version?: number; decision: AnnouncementDecision };
export type AnnouncementTaken = Signed & (AnnouncementDecision | AnnouncementEvent);

export const announcementDecisionKinds = [
  'edit',
  'approve',
  'drop',
  'wait',
] as const satisfies readonly AnnouncementDecision['kind'][];

/** The state of an announcement that has just been composed. */
export function drafted(start: {
  announcement: AnnouncementId;
  edition: number;
  cases: CaseId[];
  plan: PaperId;
  act: Signed & { kind: 'composed'; article: Sha256 };
}): Announcement {
  const { act, ...rest } = start;
  return {
    ...rest,
    version: 1,
    changed: 1,
    stage: { step: 'draft', article: act.article, composedBy: [act.actor] },
    overdue: false,
    acts: [act],
  };
}
