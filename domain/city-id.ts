import { slugify } from 'transliteration';
import type { CaseId, CityId } from './ids.ts';

/** A city as records know it: enough to tell whether an applicant is the same authority. */
export type KnownCity = { city: CityId; legalName: string };

/**
 * The id of a city, `<country>-<slug of its name>` in lower case ASCII (`tr-istanbul`, `pl-lodz`). Where another
 * authority has that id already, the part of the country goes between (`us-il-springfield`); without one the id is
 * shared, and staff are shown a possible duplicate.
 */
export function cityIdFor(
  authority: { country: string; subdivision?: string | undefined; name: string; legalName: string },
  known: readonly KnownCity[],
): CityId {
  const plain = `${authority.country.toLowerCase()}-${slugOf(authority.name)}`;
  const holders = known.filter(({ city }) => city === plain).map(({ legalName }) => foldedName(legalName));
  if (holders.length === 0 || holders.includes(foldedName(authority.legalName)) || !authority.subdivision) return plain;
  return `${authority.subdivision.toLowerCase()}-${slugOf(authority.name)}`;
}

/** The n-th application of a city: `tr-izmir.2`. */
export function caseIdOf(city: CityId, n: number): CaseId {
  return `${city}.${n}`;
}

/** Lower-case ASCII letters, digits and single hyphens, at most 80; empty where the text has nothing to make it from. */
export function slugOf(words: string): string {
  return slugify(words.normalize('NFC'), { allowedChars: 'a-zA-Z0-9', separator: '-' })
    .replace(/-{2,}/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}

/** A name for comparing: İzmir, IZMIR and Izmir fold to the same. */
export function foldedName(name: string): string {
  return slugOf(name);
}
