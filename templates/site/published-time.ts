import type { Day, Instant } from '../../domain/ids.ts';

/** A moment as clocks of a zone show it, with their offset: `2027-03-11T09:00:00+01:00`. */
export function offsetTime(instant: Instant, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  const offset = (parts.get('timeZoneName') ?? '').replace('GMT', '') || '+00:00';
  return `${year}-${month}-${day}T${parts.get('hour')}:${parts.get('minute')}:${parts.get('second')}${offset}`;
}

/** The day of the calendar that a moment falls on in a zone. */
export function dayIn(instant: Instant, zone: string): Day {
  return offsetTime(instant, zone).slice(0, 10);
}

/** A year, a month or a day as people read it: `2026`, `November 2026`, `30 November 2026`. */
export function dateWords(date: string, language: string): string {
  const [, month, day] = date.split('-');
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  });
  return format.format(new Date(date));
}
