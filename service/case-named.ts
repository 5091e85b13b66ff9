import { slugOf } from '../domain/city-id.ts';
import type { CaseId } from '../domain/ids.ts';
import { findCase } from '../records/cases.ts';
import type { Door } from './door.ts';
import { type CaseSummary, listOnboardings } from './questions.ts';

export type Named = { kind: 'one'; case: CaseId } | { kind: 'none' } | { kind: 'several'; candidates: CaseId[] };

/**
 * Which case somebody means: by its id (`tr-camliova.1`), by its city's id (the newest case that is open, else the newest),
 * or by whole words of the city's name that fit one city alone (`camliova`, `Çamlıova`, `camliova.2`).
 */
export async function caseNamed(door: Door, given: string): Promise<Named> {
  if (await findCase(door.records.database, given)) return { kind: 'one', case: given };
  return fitting(given, await listOnboardings(door));
}

/** The same, among cases that are known. */
export function fitting(given: string, cases: readonly CaseSummary[]): Named {
  const [, name = given, number] = /^(.*)\.(\d+)$/.exec(given) ?? [];
  const slug = slugOf(name);
  const exact = cases.filter(({ city }) => city === slug);
  const meant = exact.length > 0 ? exact : cases.filter(({ city }) => slug !== '' && `${city}-`.includes(`-${slug}-`));
  const newest = [...Map.groupBy(meant, ({ city }) => city).values()].flatMap((ofOne) => oneOf(ofOne, number) ?? []);
  const [only] = newest;
  if (!only) return { kind: 'none' };
  return newest.length === 1
    ? { kind: 'one', case: only.id }
    : { kind: 'several', candidates: newest.map(({ id }) => id).toSorted() };
}

function oneOf(cases: readonly CaseSummary[], number: string | undefined): CaseSummary | undefined {
  if (number !== undefined) return cases.find((one) => numberOf(one) === Number(number));
  const byAge = cases.toSorted((one, other) => numberOf(one) - numberOf(other));
  return byAge.findLast(({ stage }) => !closed.has(stage)) ?? byAge.at(-1);
}

const closed = new Set(['announced', 'waived', 'rejected', 'superseded', 'withdrawn']);

function numberOf({ id }: CaseSummary): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}
