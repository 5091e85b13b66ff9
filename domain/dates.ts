import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

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

/** A date and time with its zone, by RFC 9557: `2027-03-11T09:00[Europe/Brussels]`. */
export const zonedTime = z
  .string()
  .refine(isZonedTime, 'is not a date and time with a zone, such as 2027-03-11T09:00[Europe/Brussels]');

/** The instant (UTC, ISO 8601) of a date and time with its zone. */
export function instantOf(zoned: string): string {
  return new Date(Temporal.ZonedDateTime.from(zoned).epochMilliseconds).toISOString();
}

/** The IANA zone of a date and time with its zone. */
export function zoneOf(zoned: string): string {
  return Temporal.ZonedDateTime.from(zoned).timeZoneId;
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

function isZonedTime(written: string): boolean {
  try {
    const zoned = Temporal.ZonedDateTime.from(written, { overflow: 'reject', offset: 'reject' });
    return /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}/.test(written) && isTimeZone(zoned.timeZoneId);
  } catch {
    return false;
  }
}
