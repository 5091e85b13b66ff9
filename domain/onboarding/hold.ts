import type { Deadline, Instant } from '../ids.ts';
import type { Onboarding } from './state.ts';

/** The case put on hold: nothing is due, and what was left of its turn is kept. */
export function putOnHold(city: Onboarding, until: Deadline, at: Instant): Onboarding {
  const { due, ...rest } = city;
  const onHold = { since: at, until, ...(due ? { left: between(at, due) } : {}) };
  return { ...rest, overdue: false, onHold };
}

/** The case going on: what was left of its turn begins to count again. */
export function goOn(city: Onboarding, at: Instant): Onboarding {
  const { onHold, ...rest } = city;
  if (!onHold?.left) return rest;
  const { milliseconds, zone } = onHold.left;
  return { ...rest, due: { at: new Date(Date.parse(at) + Math.max(0, milliseconds)).toISOString(), zone } };
}

/** A turn that was planned, counted from an instant; while the case is on hold it stands still from its start. */
export function turnPlanned(city: Onboarding, due: Deadline, from: Instant): Onboarding {
  const { onHold } = city;
  return onHold
    ? { ...city, overdue: false, onHold: { ...onHold, left: between(from, due) } }
    : { ...city, overdue: false, due };
}

/** A turn that is over leaves nothing of its time; a case that rests or has ended is on hold no more. */
export function turnOver(city: Onboarding, staysOpen: boolean): Onboarding {
  const { due: _due, onHold, ...rest } = city;
  return onHold && staysOpen
    ? { ...rest, overdue: false, onHold: { since: onHold.since, until: onHold.until } }
    : { ...rest, overdue: false };
}

function between(from: Instant, { at, zone }: Deadline): { milliseconds: number; zone: string } {
  return { milliseconds: Date.parse(at) - Date.parse(from), zone };
}
