import { foldedName } from '../domain/city-id.ts';
import type { CityId } from '../domain/ids.ts';
import type { Marks } from '../records/alike.ts';

/** What tells one authority from another, as far as a program can see. */
export function marksOf(
  authority: { country: string; name: string; website: string; geonames?: string | undefined },
  city: CityId,
): Marks {
  return {
    city,
    country: authority.country,
    foldedName: foldedName(authority.name),
    webDomain: new URL(authority.website).hostname.replace(/^www\./, ''),
    geoId: authority.geonames ?? null,
  };
}
