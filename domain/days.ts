import type { Day, Instant } from './ids.ts';

/** The calendar day of an instant, as the zone counts it. */
export function dayIn(instant: Instant, zone: string): Day {
  return dateFormat('en-CA', { timeZone: zone }).format(new Date(instant));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format of dates; made once for each set of options, since making one takes far longer than using it. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  if (formats.size < 1000) formats.set(key, known);
  return known;
}
