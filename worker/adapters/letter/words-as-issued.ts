import { trouble } from '../../../activities/failures.ts';
import type { LetterData } from '../../../domain/letter-data.ts';
import { textSha256 } from '../../../domain/letter-wording.ts';
import type { IssuedLetter } from '../../../domain/onboarding/letter-state.ts';

/**
 * Stops the seal where the kept paper no longer has the words whose fingerprint was told to the city. Letters of before
 * have no such fingerprint and pass.
 */
export function assertWordsAsIssued({ letter, language }: LetterData, issued: IssuedLetter): void {
  const { version, ...wording } = letter;
  if (!issued.textSha256) return;
  if (textSha256(version, language, wording) !== issued.textSha256) throw trouble('letter-differs-from-issued', false);
}
