import type { ActorId, Instant } from './ids.ts';

export type Away = { staff: ActorId; deputy: ActorId; from: Instant; until: Instant };

/** Whose cases somebody looks after at a moment: their own, and those of whoever is away and named them, also in a row. */
export function looksAfter(person: ActorId, absences: readonly Away[], at: Instant): ActorId[] {
  const away = absences.filter(({ from, until }) => from <= at && at < until);
  const found = [person];
  // The list grows while it is walked, so that a deputy of a deputy counts, and nobody counts twice.
  for (const one of found)
    for (const { staff, deputy } of away) if (deputy === one && !found.includes(staff)) found.push(staff);
  return found;
}

/** Until when somebody is away at a moment; null where they are there. */
export function awayUntil(person: ActorId, absences: readonly Away[], at: Instant): Instant | null {
  return absences.find(({ staff, from, until }) => staff === person && from <= at && at < until)?.until ?? null;
}
