import type { Application } from './application.ts';
import type { Day } from './ids.ts';
import type { Problem } from './problems.ts';

/** What an application tells as done although its day has not come: a decision, a count, the start of a term. */
export function toldTooEarly({ mandate, authority, officeHolder }: Application, today: Day): Problem[] {
  return [
    ...notYet('authority.population.asOf', authority.population.asOf, today),
    ...notYet('officeHolder.termStart', officeHolder.termStart, today),
    ...notYet('mandate.decidedOn', mandate.decidedOn, today),
  ];
}

/** The problem of a date (a day, a month or a year) that has not come yet; none where it has. */
export function notYet(path: string, date: string, today: Day): Problem[] {
  return date > today.slice(0, date.length) ? [{ path, message: `lies in the future: today is ${today}` }] : [];
}
