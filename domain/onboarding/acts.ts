import type { ActorId, AnnouncementId, CaseId, Day, Deadline, Instant, PaperId, Sha256 } from '../ids.ts';
import type { LetterLanguage } from '../letter-language.ts';
import type { FlagKind, FlagsFound } from './flags.ts';
import type { IssuedLetter, LetterSeal, SignatureLevel } from './state.ts';

/** When the city is told of a decision that is only prepared: once somebody releases it, or at a moment. */
export type Telling = 'when-released' | Deadline;

/** What ends a review; with `tell` it waits, and may be taken back or replaced until then. */
export type Prepared =
  | { kind: 'accept'; signatory: ActorId; paper?: PaperId; tell?: Telling }
  | { kind: 'return'; paper: PaperId; tell?: Telling }
  | { kind: 'reject'; paper: PaperId; tell?: Telling };

/** What a person decides about a case; free text and files are papers, and only their ids travel. */
export type Decision =
  | Prepared
  | { kind: 'tell' }
  | { kind: 'take-back'; paper?: PaperId }
  | { kind: 'recuse'; paper: PaperId }
  | { kind: 'opinion'; paper: PaperId }
  | { kind: 'answer'; paper: PaperId }
  | {
      kind: 'name-signatory';
      paper: PaperId;
      instead: ActorId;
      signatory: ActorId;
      why: WhyAnother;
      evidence?: Evidence;
    }
  | {
      kind: 'set-signatories';
      paper: PaperId;
      signatories: { person: ActorId; order: number }[];
      evidence?: Evidence;
    }
  | { kind: 'give-mandate'; paper: PaperId; flags: FlagsFound; evidence?: Evidence }
  | { kind: 'choose-language'; language: LetterLanguage; evidence?: Evidence }
  | { kind: 'ask-code'; code: string; person: ActorId; purpose: 'letter' | 'words'; sha256: Sha256; until: Deadline }
  | { kind: 'sign'; paper: PaperId; signatory: ActorId; sha256: Sha256; flags: FlagKind[]; level: SignatureLevel }
  | {
      kind: 'upload';
      paper: PaperId;
      signatory: ActorId;
      sha256: Sha256;
      signing: 'scan' | 'elsewhere';
      flags: FlagKind[];
      level: SignatureLevel;
      evidence?: Evidence;
    }
  | { kind: 'settle'; signatory: ActorId; flag: FlagKind; paper: PaperId }
  | { kind: 'resend'; signatory: ActorId; until?: Deadline }
  | { kind: 'decline'; paper: PaperId }
  | { kind: 'verify'; sha256: Sha256 }
  | { kind: 'return-letter'; paper: PaperId }
  | { kind: 'countersign'; memberSince: Day }
  | { kind: 'draft'; paper: PaperId; sha256: Sha256; speaker: ActorId }
  | { kind: 'confirm'; paper: PaperId; sha256: Sha256 }
  | { kind: 'change-words'; paper: PaperId }
  | { kind: 'approve-words'; sha256: Sha256 }
  | { kind: 'return-words'; paper: PaperId }
  | { kind: 'waive-statement'; paper: PaperId }
  | { kind: 'gather'; announcement: AnnouncementId }
  | { kind: 'claim'; announcement: AnnouncementId }
  | { kind: 'release'; announcement: AnnouncementId }
  | { kind: 'waive-announcement'; paper: PaperId }
  | { kind: 'wait'; paper: PaperId; until: Deadline }
  | { kind: 'extend'; paper: PaperId; until: Deadline }
  | { kind: 'void-letter'; paper: PaperId }
  | { kind: 'issue-letter'; language?: LetterLanguage }
  | { kind: 'reissue-letter'; paper: PaperId; language?: LetterLanguage }
  | { kind: 'hold'; paper: PaperId; until: Deadline }
  | { kind: 'resume'; paper?: PaperId }
  | { kind: 'reopen'; paper: PaperId }
  | { kind: 'withdraw'; paper: PaperId; evidence?: Evidence }
  | { kind: 'supersede'; paper: PaperId; into: CaseId }
  | { kind: 'ask-city'; paper: PaperId }
  | { kind: 'reply'; paper: PaperId; question: string; to: ActorId }
  | { kind: 'ask-link'; link: string; person: ActorId };

/** What happens without a person: time passes, a document is made, an announcement speaks. */
export type Event =
  | ({ kind: 'applied'; paper: PaperId } & Partial<BroughtIn>)
  | { kind: 'turn-planned'; due: Deadline; from?: Instant }
  | { kind: 'reminded' | 'staff-reminded'; reminder: number; person?: ActorId }
  | { kind: 'warned' }
  | { kind: 'lapsed' }
  | { kind: 'overdue' }
  | { kind: 'resumed' }
  | { kind: 'told' }
  | { kind: 'letter-issued'; letter: IssuedLetter }
  | { kind: 'letter-sealed'; sha256: Sha256; certificateSha256?: Sha256; seal?: LetterSeal }
  | { kind: 'held'; announcement: AnnouncementId }
  | { kind: 'unheld'; announcement: AnnouncementId }
  | { kind: 'let-go'; announcement: AnnouncementId }
  | { kind: 'announced'; announcement: AnnouncementId };

/** Why somebody else signs: named by the office, elected since, in the office for a time, the same person at another address, or a mistake. */
export type WhyAnother = 'delegate' | 'successor' | 'acting' | 'address' | 'mistake';

/** How the staff know what they bring in for a city. */
export type Evidence = 'mail' | 'call' | 'paper';
/** What came by the staff instead of the portal: on what evidence, and at which stage the city goes on here. */
export type BroughtIn = { evidence: Evidence; goesOnAt: 'review' | 'letter' | 'statement' };

/** Who, when, and under which id that is never used twice. */
export type Signed = { id: string; actor: ActorId; at: Instant };

/** An act on its way in; `version` is the one that the person saw, absent where any will do. */
export type Act = Signed & { version?: number; decision: Decision };

export type Taken = Signed & (Decision | Event);
export type DecisionKind = Decision['kind'];

/** Every decision a person can take: the names of the workflow's Updates. */
export const decisionKinds = [
  'accept',
  'return',
  'reject',
  'tell',
  'take-back',
  'recuse',
  'opinion',
  'answer',
  'name-signatory',
  'set-signatories',
  'give-mandate',
  'choose-language',
  'ask-code',
  'sign',
  'upload',
  'settle',
  'resend',
  'decline',
  'verify',
  'return-letter',
  'countersign',
  'draft',
  'confirm',
  'change-words',
  'approve-words',
  'return-words',
  'waive-statement',
  'gather',
  'claim',
  'release',
  'waive-announcement',
  'wait',
  'extend',
  'void-letter',
  'issue-letter',
  'reissue-letter',
  'hold',
  'resume',
  'reopen',
  'withdraw',
  'supersede',
  'ask-city',
  'reply',
  'ask-link',
] as const satisfies readonly DecisionKind[];
