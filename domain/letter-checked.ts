import type { CityId, Day, Instant, Sha256 } from './ids.ts';
import type { LetterSeal, Signature } from './onboarding/state.ts';
import type { FoundSignature, RefusedBecause } from './upload-findings.ts';

/** A document of ours, for whoever holds it: nothing is told that does not stand in it. */
export type LetterOfOurs = {
  /** `void`: it was issued here and counts no longer, since it was taken back or replaced. */
  as: 'sealed' | 'certificate' | 'issued' | 'void' | 'handed-in';
  city: CityId;
  name: string;
  version: string;
  issuedAt: Instant;
  /** For a sealed letter and its certificate of completion. */
  sealed: Sealed | null;
};

/** When a letter was sealed, since when the city is a member by it, how each signed, and the seal as it was found. */
export type Sealed = {
  at: Instant;
  memberSince: Day | null;
  signed: Pick<Signature, 'signing' | 'level'>[];
  seal: LetterSeal | null;
};

/** What can be said of a file that somebody holds; `letter` is null where only our seal is known. */
export type Verdict =
  | { verdict: 'ours'; letter: LetterOfOurs | null }
  | { verdict: 'additions'; letter: LetterOfOurs | null; changedPages: number[] | null }
  | { verdict: 'changed' }
  | { verdict: 'unknown' }
  | { verdict: 'refused'; why: RefusedBecause };

/** The same with the fingerprint of the file, and every signature that was found in it. */
export type LetterChecked = Verdict & { sha256: Sha256; signatures: FoundSignature[] };

/** The letter on which a code was printed, with the fingerprint of its file as it came from us. */
export type PrintedLetter = LetterOfOurs & { sha256: Sha256 };
