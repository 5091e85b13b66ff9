import type { CaseId, Instant } from '../domain/ids.ts';
import type { LetterLanguage } from '../domain/letter-language.ts';
import type { IssuedLetter, Onboarding } from '../domain/onboarding/state.ts';
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

export type LetterDesk = {
  /** Typesets the letter of a case as of that moment, and keeps it. */
  issue(order: LetterOrder): Promise<IssuedLetter>;
  /** Makes the final letter of a countersigned case; here the seal will find its place. */
  seal(city: Onboarding, at: Instant): Promise<{ sha256: string }>;
};

export const letterActivities = (desk: LetterDesk) => ({
  issueLetter: (order: LetterOrder): Promise<IssuedLetter> => aliveWithoutPersons(() => desk.issue(order)),
  sealLetter: (order: { city: Onboarding; at: Instant }): Promise<{ sha256: string }> =>
    aliveWithoutPersons(() => desk.seal(order.city, order.at)),
});
