import type { ActorId, AnnouncementId, CaseId, CityId, Day, Deadline, Instant, PaperId, Sha256 } from '../ids.ts';
import type { Prepared, Taken, Telling } from './acts.ts';
import type { IssuedLetter, Letter, LetterSeal, Signature, ToSign } from './letter-state.ts';

export type {
  IssuedLetter,
  Letter,
  LetterSeal,
  LetterSignatory,
  Level,
  Signature,
  SignatureLevel,
  Signing,
} from './letter-state.ts';

/** One city on its way in: who it is, where it stands, and every act since it applied. Ids, hashes, dates; no person's words. */
export type Onboarding = {
  case: CaseId;
  city: CityId;
  country: string;
  /** Rises with everything that happens; rows are written in its order. */
  version: number;
  /** The version at which a person last changed something: what was decided on an older one is stale. */
  changed: number;
  stage: Stage;
  /** When the present turn ends; absent where nobody is waited for, or before it was worked out. */
  due?: Deadline;
  /** The turn's limit has passed, and a person has to choose: wait, waive or go on. */
  overdue: boolean;
  /** A decision that is taken and not told: the city sees nothing of it. */
  pending?: Pending;
  /** Staff who have stepped aside: they decide nothing in this case. */
  recused?: ActorId[];
  /** How many reviewers have to speak before a decision, where it is more than one. */
  reviewers?: number;
  /** Who has spoken in this round of review; what they said is a paper. */
  opinions?: ActorId[];
  /** While staff have put the case on hold; it covers any open stage. */
  onHold?: Hold;
  /** An announcement that waits for this city; it claims it as soon as it is ready. */
  gatheredBy?: AnnouncementId;
  acts: Taken[];
};

/** `tell` says when the city hears of it; `act` is the id under which it was prepared. */
export type Pending = { act: string; by: ActorId; at: Instant; tell: Telling; decision: Prepared };

/** Reminders and limits stand still from `since` until then; `left` is what the present turn had left, and in whose zone. */
export type Hold = { since: Instant; until: Deadline; left?: { milliseconds: number; zone: string } };

export type Stage = Open | Resting | Closed;
export type Open = Review | Letter | StatementStage | AnnouncementStage;
export type StageName = Stage['stage'];

export type Review = { stage: 'review'; waitsFor: 'staff' | 'city'; round: number; application: PaperId };

/** What a member keeps through the later stages. */
export type Membership = {
  application: PaperId;
  memberSince: Day;
  letter: IssuedLetter;
  signatures: Signature[];
  finalSha256: Sha256;
  /** The certificate of how it was signed; absent where the letter was finished elsewhere. */
  certificateSha256?: Sha256;
  seal?: LetterSeal;
};
export type Words = { paper: PaperId; sha256: Sha256; draftedBy: ActorId; speaker: ActorId };

export type StatementStage = ToDraft | ToConfirm | ToApprove;
type ToDraft = { stage: 'statement'; step: 'draft'; member: Membership; words?: Words };
type ToConfirm = { stage: 'statement'; step: 'confirm'; member: Membership; words: Words };
type ToApprove = { stage: 'statement'; step: 'approve'; member: Membership; words: Words };

/** Ready to be announced: words approved by their hash, or waived (null). A claimed city is in an announcement; a held one is being published. */
export type AnnouncementStage = {
  stage: 'announcement';
  member: Membership;
  words: Words | null;
  claim: { kind: 'free' } | { kind: 'claimed' | 'held'; announcement: AnnouncementId };
};

/** Nobody is waited for, nothing is lost: a person reopens what rests, at the place where it stopped. */
export type Resting = { stage: 'lapsed'; from: Review | ToSign } | { stage: 'declined'; from: ToSign };

export type Closed =
  | { stage: 'announced'; member: Membership; words: Words | null; announcement: AnnouncementId }
  | { stage: 'waived'; member: Membership; words: Words | null }
  | { stage: 'rejected' }
  | { stage: 'superseded'; into: CaseId }
  | { stage: 'withdrawn'; member?: Membership };

/** The state of a city that has just applied. */
export function applied(start: {
  case: CaseId;
  city: CityId;
  country: string;
  reviewers?: number;
  act: Taken & { paper: PaperId };
}): Onboarding {
  const { act, ...city } = start;
  return {
    ...city,
    version: 1,
    changed: 1,
    stage: { stage: 'review', waitsFor: 'staff', round: 1, application: act.paper },
    overdue: false,
    acts: [act],
  };
}

/** Whether nothing can happen to the case any more. */
export function isClosed(stage: Stage): stage is Closed {
  return (
    stage.stage === 'announced' ||
    stage.stage === 'waived' ||
    stage.stage === 'rejected' ||
    stage.stage === 'superseded' ||
    stage.stage === 'withdrawn'
  );
}

/** Whether the case rests: nobody is waited for until a person opens it again. */
export function isResting(stage: Stage): stage is Resting {
  return stage.stage === 'lapsed' || stage.stage === 'declined';
}

/** Whom the case waits for as it stands: nobody while it is on hold. */
export function waitingOn({ stage, onHold }: Onboarding): 'city' | 'staff' | 'nobody' {
  return onHold ? 'nobody' : waitsFor(stage);
}

/** Whose turn it is at a stage: the city's, the staff's, or nobody's. */
export function waitsFor(stage: Stage): 'city' | 'staff' | 'nobody' {
  switch (stage.stage) {
    case 'review':
      return stage.waitsFor;
    case 'letter':
      return stage.step === 'sign' ? 'city' : stage.step === 'issue' || stage.step === 'seal' ? 'nobody' : 'staff';
    case 'statement':
      return stage.step === 'approve' ? 'staff' : 'city';
    case 'announcement':
      return 'staff';
    case 'lapsed':
    case 'declined':
    case 'announced':
    case 'waived':
    case 'rejected':
    case 'superseded':
    case 'withdrawn':
      return 'nobody';
    default:
      return stage satisfies never;
  }
}

/** What the member has, at any stage at which the city is one. */
export function membershipOf(stage: Stage): Membership | null {
  return 'member' in stage && stage.member ? stage.member : null;
}
