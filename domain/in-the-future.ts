import { day, dayOrLess, timeZone } from './dates.ts';
import { dayIn } from './days.ts';
import type { Day, Instant } from './ids.ts';
import type { Problem } from './problems.ts';

const told = { 'authority.population.asOf': dayOrLess, 'officeHolder.termStart': day, 'mandate.decidedOn': day };

/**
 * What an application tells as done although its day has not come: a decision, a count, the start of a term. Looks at an
 * application that may be wrong elsewhere, so that all its problems come at once. Today is the city's own day.
 */
export function toldTooEarly(application: unknown, now: Instant): Problem[] {
  const zone = timeZone.safeParse(valueAt(application, 'authority.timeZone'));
  const today = dayIn(now, zone.success ? zone.data : 'UTC');
  return Object.entries(told).flatMap(([path, kind]) => {
    const date = kind.safeParse(valueAt(application, path));
    return date.success ? notYet(path, date.data, today) : [];
  });
}

/** The problem of a date (a day, a month or a year) that has not come yet; none where it has. */
export function notYet(path: string, date: string, today: Day): Problem[] {
  return date > today.slice(0, date.length) ? [{ path, message: `lies in the future: today is ${today}` }] : [];
}

function valueAt(input: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => Object.getOwnPropertyDescriptor(Object(value), step)?.value, input);
}
