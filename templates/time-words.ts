import { dateFormat } from '../domain/days.ts';
import type { Day, Deadline, Instant } from '../domain/ids.ts';

/** The name of a zone by its city, in each language that texts are written in; English where a language has none. */
const zoneNames: Record<string, string> = { en: '{place} time' };

/** When something is due: `Friday 5 March 2027, 17:00 (Istanbul time)`; never midnight, which people take for the wrong day. */
export function deadlineWords(deadline: Deadline, language: string): string {
  return instantWords(lastMinuteOf(deadline), deadline.zone, language);
}

/** The day on which something is due, where space is short: `5 March`. */
export function deadlineDayWords(deadline: Deadline, language: string): string {
  return written(lastMinuteOf(deadline), deadline.zone, language, { day: 'numeric', month: 'long' });
}

/** The time at which something is due on the day it is read: `10:52 (Istanbul time)`. */
export function deadlineTimeWords(deadline: Deadline, language: string): string {
  return timeWords(lastMinuteOf(deadline), deadline.zone, language);
}

/** A moment as people of a zone read it: `Tuesday 2 February 2027, 13:12 (Istanbul time)`. */
export function instantWords(instant: Instant, zone: string, language: string): string {
  return `${written(instant, zone, language, { dateStyle: 'full' })}, ${timeWords(instant, zone, language)}`;
}

/** A day of the calendar: `Wednesday 3 March 2027`. */
export function dayWords(day: Day, language: string): string {
  return written(`${day}T12:00:00.000Z`, 'UTC', language, { dateStyle: 'full' });
}

/** A day of the calendar without its weekday, where space is short: `3 March 2027`. */
export function shortDayWords(day: Day, language: string): string {
  return written(`${day}T12:00:00.000Z`, 'UTC', language, { dateStyle: 'long' });
}

function timeWords(instant: Instant, zone: string, language: string): string {
  const time = written(instant, zone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${time} (${zoneWords(zone, language)})`;
}

function zoneWords(zone: string, language: string): string {
  if (/^[+-]/.test(zone)) return `UTC${zone === '+00:00' ? '' : zone.replace(/^([+-])0?/, '$1').replace(':00', '')}`;
  if (!zone.includes('/')) return zone;
  const place = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return (zoneNames[language] ?? '{place} time').replace('{place}', () => place);
}

/** The deadline itself, or where that is midnight the minute before. */
function lastMinuteOf({ at, zone }: Deadline): Instant {
  const time = written(at, zone, 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return time === '00:00' ? new Date(Date.parse(at) - 60_000).toISOString() : at;
}

function written(instant: Instant, zone: string, language: string, format: Intl.DateTimeFormatOptions): string {
  const inLocale = (locale: string) => dateFormat(locale, { ...format, timeZone: zone }).format(new Date(instant));
  // Plain English puts the day before the month, and has no comma after the weekday, since one stands before the time.
  return language === 'en' ? inLocale('en-GB').replace(',', '') : inLocale(language);
}
