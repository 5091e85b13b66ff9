import type { ActorId, Day, Instant, PaperId, Sha256 } from '../ids.ts';
import type { LetterLanguage } from '../letter-language.ts';
import type { Flag } from './flags.ts';

/** The Letter of Intent of a city at each of its steps, from its making to the network's seal. */
export type Letter = ToIssue | Void | ToSign | ToVerify | ToCountersign | ToSeal;
/** `number` counts the letters of a case, from the second one on. */
export type IssuedLetter = {
  version: string;
  /** Absent where the letter was signed elsewhere, before the city came here. */
  language?: LetterLanguage;
  /** Of the words of this version in this language, without any city's data: what a council can approve beforehand. */
  textSha256?: Sha256;
  sha256: Sha256;
  pages: number;
  issuedAt: Instant;
  number?: number;
};
/** Who stands at the same number is asked together, and the next number once all before have signed. */
export type LetterSignatory = { person: ActorId; order: number; signature?: Signature };
export type Signature = {
  signing: Signing;
  paper: PaperId;
  sha256: Sha256;
  by: ActorId;
  at: Instant;
  level: SignatureLevel;
  flags: Flag[];
};
/** In the portal, by pen and scanned, or as a PDF with a signature made in other software. */
export type Signing = 'electronic' | 'scan' | 'elsewhere';
/** What a signature says of itself, and what we found; `QES` only by a trusted list. */
export type SignatureLevel = { claimed: Level; verified: Level };
export type Level = 'hand-signed' | 'SES' | 'AdES' | 'QES' | 'none';
/** The network's electronic seal: its PAdES baseline level, and whether its certificate is only this installation's own for tests. */
export type LetterSeal = { claimed: SealLevel; verified: SealLevel | 'none'; authority: 'test' | 'configured' };
/** A baseline of PAdES (ETSI EN 319 142-1): a signature, with a trusted time. */
export type SealLevel = 'B-B' | 'B-T';
/** `language`: the one that was chosen; else the one that the city's contact reads, where there is such a letter. */
type ToIssue = {
  stage: 'letter';
  step: 'issue';
  application: PaperId;
  signatories: LetterSignatory[];
  language?: LetterLanguage;
};
/** The letter counts no more, nor does any signature under it; staff issue another. */
type Void = Omit<ToIssue, 'step'> & { step: 'void' };
export type ToSign = Omit<ToIssue, 'step'> & { step: 'sign'; letter: IssuedLetter };
type ToVerify = Omit<ToSign, 'step'> & { step: 'verify' };
type ToCountersign = Omit<ToSign, 'step'> & { step: 'countersign'; verifiedBy: ActorId };
type ToSeal = Omit<ToCountersign, 'step'> & { step: 'seal'; countersignedBy: ActorId; memberSince: Day };
