import type { Instant } from '../../domain/ids.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, short: `20 m`, `5 h`, `3 d`, `6 w`. */
export function age(since: Instant, now: Instant): string {
  const passed = Math.max(0, Date.parse(now) - Date.parse(since));
  if (passed < hour) return `${Math.floor(passed / minute)} m`;
  if (passed < day) return `${Math.floor(passed / hour)} h`;
  return passed < 14 * day ? `${Math.floor(passed / day)} d` : `${Math.floor(passed / (7 * day))} w`;
}

/** A day and a time, `Tue 2 Mar 10:42`; with its year where that is not this one. */
export function dayAndTime(at: Instant, now: Instant, zone: string): string {
  return `${dayOf(at, now, zone)} ${timeOf(at, zone)}`;
}

/** A day, `Tue 2 Mar`; with its year where that is not this one. */
export function dayOf(at: Instant, now: Instant, zone: string): string {
  const { weekday, date, month, year } = parts(at, zone);
  return `${weekday} ${date} ${month}${year === parts(now, zone).year ? '' : ` ${year}`}`;
}

export function timeOf(at: Instant, zone: string): string {
  const { hour: hours, minute: minutes } = parts(at, zone);
  return `${hours}:${minutes}`;
}

/** By when: `4 d overdue`, `today 17:00`, `tomorrow`, `Mon 8 Mar`. */
export function byWhen(due: Instant, now: Instant, zone: string): string {
  if (due <= now) return `${age(due, now)} overdue`;
  if (dayOf(due, now, zone) === dayOf(now, now, zone)) return `today ${timeOf(due, zone)}`;
  const next = new Date(Date.parse(now) + day).toISOString();
  return dayOf(due, now, zone) === dayOf(next, now, zone) ? 'tomorrow' : dayOf(due, now, zone);
}

/** The calendar day in a zone, `2027-03-16`, so many days from now. */
export function calendarDay(now: Instant, zone: string, daysFromNow = 0): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(Date.parse(now) + daysFromNow * day));
}

/** A span of seconds that is left, `9:41`. */
export function minutesLeft(until: Instant, now: Instant): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

type Parts = { weekday: string; date: string; month: string; year: string; hour: string; minute: string };
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: Instant, zone: string): Parts {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const found = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const { weekday = '', day: date = '', month = '', year = '', hour: hours = '', minute: minutes = '' } = found;
  return { weekday, date, month: month.slice(0, 3), year, hour: hours, minute: minutes };
}
