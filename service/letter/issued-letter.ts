import type { Sha256 } from '../../domain/ids.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { Door } from '../door.ts';
import { issued } from '../visitor-questions.ts';

/** The letter as it was issued, with the hash that its reader signs. */
export async function issuedLetter(
  door: Door,
  city: Onboarding,
): Promise<{ sha256: Sha256; bytes: Uint8Array } | null> {
  const letter = issued(city);
  const bytes = letter ? await door.records.documents.get(letter.sha256) : null;
  return letter && bytes ? { sha256: letter.sha256, bytes } : null;
}
