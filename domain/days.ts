import type { Day, Instant } from './ids.ts';

/** The calendar day of an instant, as the zone counts it. */
export function dayIn(instant: Instant, zone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
}
