import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { zonedTimeIn } from './zoned-time.ts';

/** A day that exists in the calendar, `YYYY-MM-DD`. */
export const day = z
  .string()
  .refine(
    (written) => /^\d{4}-\d{2}-\d{2}$/.test(written) && isDay(written),
    'is not a day that exists: write it as 2027-02-24',
  );

/** A year, a month or a day that exists: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const dayOrLess = z
  .string()
  .refine(
    (written) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(written) && isDay(`${written}-01-01`.slice(0, 10)),
    'is not a date that exists: write it as 2027, 2027-02 or 2027-02-24',
  );

/** A time zone by its IANA name, such as `Europe/Brussels`. */
export const timeZone = z.string().refine(isTimeZone, 'is not a time zone by its IANA name, such as Europe/Brussels');

/** A date and time with the zone of a place, by RFC 9557: `2027-03-11T09:00[Europe/Brussels]`. */
export const zonedTime = z.string().superRefine((written, context) => {
  const found = zonedTimeIn(written);
  const why = found.ok ? null : found.why;
  const isOfAPlace = found.ok && /^[A-Z]/.test(found.at.timeZoneId) && written.endsWith(']');
  if (isOfAPlace) return;
  const message = why ?? 'is not a date and time with a zone, such as 2027-03-11T09:00[Europe/Brussels]';
  context.addIssue({ code: 'custom', message });
});

/** The end of a deadline with its zone, also by its offset or abbreviation: `2027-07-01 23:59 CET`. */
export const deadlineTime = z.string().superRefine((written, context) => {
  const found = zonedTimeIn(written);
  if (!found.ok) context.addIssue({ code: 'custom', message: found.why });
});

/** The instant (UTC, ISO 8601) of a date and time with its zone. */
export function instantOf(zoned: string): string {
  return new Date(known(zoned).epochMilliseconds).toISOString();
}

/** The zone of a date and time: its IANA name, or its offset from UTC. */
export function zoneOf(zoned: string): string {
  return known(zoned).timeZoneId;
}

function known(zoned: string): Temporal.ZonedDateTime {
  const found = zonedTimeIn(zoned);
  if (!found.ok) throw new RangeError(`A time ${found.why}.`);
  return found.at;
}

/** The instants at which a day begins in a zone, and at which the next one does. */
export function spanOfDay(written: string, zone: string): { from: string; until: string } {
  const begins = Temporal.PlainDate.from(written).toZonedDateTime(zone);
  const instant = ({ epochMilliseconds }: Temporal.ZonedDateTime) => new Date(epochMilliseconds).toISOString();
  return { from: instant(begins), until: instant(begins.add({ days: 1 })) };
}

function isDay(written: string): boolean {
  try {
    return Temporal.PlainDate.from(written, { overflow: 'reject' }).year > 0;
  } catch {
    return false;
  }
}

function isTimeZone(written: string): boolean {
  try {
    return (
      /^[A-Z]/.test(written) && new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}
