import type { ActorId, AnnouncementId, CaseId, Deadline, Instant, PaperId, Sha256 } from '../ids.ts';
import type { Amendment, NewsletterCount } from './state.ts';

/** What a person decides about an announcement; free text is a paper, and only its id travels. */
export type AnnouncementDecision =
  | { kind: 'edit'; plan: PaperId; article: Sha256 }
  /** Until `undoUntil` the approval can be taken back; absent where it counts at once. */
  | { kind: 'approve'; article: Sha256; undoUntil?: Instant }
  | { kind: 'undo' }
  | { kind: 'schedule'; publishAt: Instant }
  | { kind: 'lift' }
  | { kind: 'publish' }
  | { kind: 'go-without'; case: CaseId; paper: PaperId }
  | { kind: 'wait-until'; until: Deadline; paper: PaperId }
  | { kind: 'split'; cases: CaseId[]; into: AnnouncementId; paper: PaperId }
  | { kind: 'wait'; paper: PaperId; until: Deadline }
  | { kind: 'drop'; paper: PaperId };

/** What happens without a person's decision on this edition: it begins, time passes, cities and readers are reached. */
export type AnnouncementEvent =
  | { kind: 'composed'; article: Sha256 }
  | { kind: 'turn-planned'; due: Deadline }
  | { kind: 'overdue' }
  | { kind: 'city-ready'; case: CaseId }
  | { kind: 'city-left'; case: CaseId }
  | { kind: 'publication-began' }
  | { kind: 'published'; sha256: Sha256; newsletter: NewsletterCount };

/** How an edition begins, other than composed. */
type Beginning = { kind: 'gathering-began'; until: Deadline } | (Amendment & { article: Sha256 });

export type Signed = { id: string; actor: ActorId; at: Instant };
/** An act on its way in; `version` is the one that the person saw. */
export type AnnouncementAct = Signed & { version?: number; decision: AnnouncementDecision };
export type AnnouncementTaken = Signed & (AnnouncementDecision | AnnouncementEvent | Beginning);

/** Every decision a person can take on an open edition: the names of the workflow's Updates. */
export const announcementDecisionKinds = [
  'approve',
  'undo',
  'publish',
  'edit',
  'go-without',
  'wait-until',
  'split',
  'schedule',
  'lift',
  'wait',
  'drop',
] as const satisfies readonly AnnouncementDecision['kind'][];
