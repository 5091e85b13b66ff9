import { canonicalJson, sha256 } from './canonical.ts';
import type { Sha256 } from './ids.ts';
import { type LetterLanguage, letterLanguages } from './letter-language.ts';
import type { LetterWording, Network } from './network.ts';

/** What a version of the letter says in one language; null where the network has no such words. */
export function letterWording(
  { letter }: Pick<Network, 'letter'>,
  version: string,
  language: LetterLanguage,
): LetterWording | null {
  return letter.versions.find((one) => one.version === version)?.texts[language] ?? null;
}

/** The languages in which a version of the letter can be signed, English first. */
export function languagesOfLetter({ letter }: Pick<Network, 'letter'>, version: string): LetterLanguage[] {
  const texts = letter.versions.find((one) => one.version === version)?.texts ?? {};
  return letterLanguages.filter((language) => texts[language] !== undefined);
}

/**
 * In which language a letter of this version is written: the one that was chosen, else what its readers read, else the
 * first one that there is.
 */
export function languageOfLetter(
  network: Pick<Network, 'letter'>,
  version: string,
  wanted: readonly (string | undefined)[],
): LetterLanguage | null {
  const languages = languagesOfLetter(network, version);
  for (const one of wanted) {
    const found = languages.find((language) => language === one?.split('-')[0]);
    if (found) return found;
  }
  return languages[0] ?? null;
}

/**
 * What a version says in one language, without any city's data, as the file of which the fingerprint is taken: canonical
 * JSON (RFC 8785) of version, language and words.
 */
export function textFile(version: string, language: LetterLanguage, wording: LetterWording): string {
  const { title, opening, commitments, closing } = wording;
  return canonicalJson({ version, language, title, opening, commitments, closing });
}

/** The fingerprint (SHA-256) of this text: a council can approve it before there is a letter. */
export function textSha256(version: string, language: LetterLanguage, wording: LetterWording): Sha256 {
  return sha256(textFile(version, language, wording));
}
