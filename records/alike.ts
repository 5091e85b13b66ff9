import type { Database } from './schema.ts';

/** What tells whether two authorities may be the same one; names are folded. */
export type Marks = { city: string; country: string; foldedName: string; webDomain: string; geoId: string | null };
export type AlikeReason = 'same-id' | 'same-name' | 'same-website' | 'same-place';
/** A case or a member that may be the same authority, and why. */
export type Alike = { kind: 'case' | 'member'; id: string; name: string; reasons: AlikeReason[] };

/** Open and accepted cases, and members from before, that may be the same authority; those that were closed as no members are left out. */
export async function alike(database: Database, marks: Marks): Promise<Alike[]> {
  const { city, country, foldedName, webDomain, geoId } = marks;
  const cases = await database
    .selectFrom('cases')
    .select(['id', 'name', 'city', 'folded_name', 'web_domain', 'geo_id', 'country'])
    .where('country', '=', country)
    .where('stage', 'not in', ['rejected', 'withdrawn', 'superseded'])
    .where((where) =>
      where.or([
        where('city', '=', city),
        where('folded_name', '=', foldedName),
        where('web_domain', '=', webDomain),
        ...(geoId === null ? [] : [where('geo_id', '=', geoId)]),
      ]),
    )
    .orderBy('id')
    .execute();
  const members = await database
    .selectFrom('members')
    .select(['city as id', 'name', 'city', 'folded_name', 'web_domain', 'geo_id', 'country'])
    .where('country', '=', country)
    .where((where) =>
      where.or([
        where('city', '=', city),
        where('folded_name', '=', foldedName),
        where('web_domain', '=', webDomain),
        ...(geoId === null ? [] : [where('geo_id', '=', geoId)]),
      ]),
    )
    .orderBy('city')
    .execute();
  return [
    ...cases.map((row) => ({
      kind: 'case' as const,
      id: row.id,
      name: row.name,
      reasons: reasonsFor(marks, marksOf(row)),
    })),
    ...members.map((row) => ({
      kind: 'member' as const,
      id: row.id,
      name: row.name,
      reasons: reasonsFor(marks, marksOf(row)),
    })),
  ];
}

/** Why two authorities may be the same; empty where nothing says so. */
export function reasonsFor(one: Marks, other: Marks): AlikeReason[] {
  if (one.country !== other.country) return [];
  return [
    ...(one.city === other.city ? (['same-id'] as const) : []),
    ...(one.foldedName === other.foldedName ? (['same-name'] as const) : []),
    ...(one.webDomain === other.webDomain ? (['same-website'] as const) : []),
    ...(one.geoId !== null && one.geoId === other.geoId ? (['same-place'] as const) : []),
  ];
}

function marksOf(row: {
  city: string;
  country: string;
  folded_name: string;
  web_domain: string;
  geo_id: string | null;
}): Marks {
  const { city, country, folded_name: foldedName, web_domain: webDomain, geo_id: geoId } = row;
  return { city, country, foldedName, webDomain, geoId };
}
