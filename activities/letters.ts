import type { CaseId, Instant, Sha256 } from '../domain/ids.ts';
import type { LetterLanguage } from '../domain/letter-language.ts';
import type { IssuedLetter, LetterSeal, Onboarding } from '../domain/onboarding/state.ts';
import { aliveWithoutPersons } from './failures.ts';

/** `number` says which letter of the case it is, from the second one on. */
export type LetterOrder = {
  case: CaseId;
  application: string;
  at: Instant;
  number?: number;
  /** Which was chosen; else what the city's contact reads. */
  language?: LetterLanguage;
};

export type SealedLetter = { sha256: Sha256; certificateSha256: Sha256; seal: LetterSeal };

export type LetterDesk = {
  /** Typesets the letter of a case as of that moment, and keeps it. */
  issue(order: LetterOrder): Promise<IssuedLetter>;
  /** Makes the final letter of a countersigned case and its certificate, and seals both. */
  seal(city: Onboarding, at: Instant): Promise<SealedLetter>;
};

export const letterActivities = (desk: LetterDesk) => ({
  issueLetter: (order: LetterOrder): Promise<IssuedLetter> => aliveWithoutPersons(() => desk.issue(order)),
  sealLetter: (order: { city: Onboarding; at: Instant }): Promise<SealedLetter> =>
    aliveWithoutPersons(() => desk.seal(order.city, order.at)),
});
