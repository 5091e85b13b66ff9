import type { CaseView } from '../domain/case-views.ts';
import { type Todo, todoOf } from '../domain/onboarding/todo.ts';
import { type CaseLine, countsOf, linesOf, listRevision, type Wanted } from '../records/case-list.ts';
import type { StaffMember } from '../records/staff.ts';
import { workedFor } from './casework/absences.ts';
import type { Door } from './door.ts';

export type CaseSummary = Omit<CaseLine, 'overdue' | 'open' | 'asked_us' | 'changed_at'> & {
  overdue: boolean;
  changed: string | null;
  todo: Todo;
};

/** The cases that are wanted, the ones due first on top; all where nothing is said. */
export async function listOnboardings(
  door: Door,
  wanted: Omit<Wanted, 'mine'> = {},
  member?: StaffMember,
): Promise<CaseSummary[]> {
  const lines = await linesOf(door.records.database, { ...wanted, mine: member ? await workedFor(door, member) : [] });
  return lines.map(summaryOf);
}

/** A mark that changes whenever any list of this member's would be another one. */
export async function listMark(door: Door, member: StaffMember): Promise<string> {
  return [await listRevision(door.records.database), ...(await workedFor(door, member))].join(' ');
}

export type CaseCounts = { views: Record<CaseView, number>; stages: Record<string, number> };

/** How many cases each view and each stage holds. */
export async function countOnboardings(door: Door, member: StaffMember): Promise<CaseCounts> {
  const mine = await workedFor(door, member);
  const views: Record<CaseView, number> = { mine: 0, team: 0, cities: 0, overdue: 0, ready: 0, all: 0 };
  const stages: Record<string, number> = {};
  for (const { stage, step, waits_for, overdue, open, assignee, cases, asked } of await countsOf(
    door.records.database,
  )) {
    views.all += cases;
    stages[stage] = (stages[stage] ?? 0) + cases;
    if (open === 1 && assignee !== null && mine.includes(assignee)) views.mine += cases;
    views.team += waits_for === 'staff' ? cases : asked;
    if (waits_for === 'city') views.cities += cases;
    if (overdue === 1) views.overdue += cases;
    if (stage === 'announcement' && step === 'free') views.ready += cases;
  }
  return { views, stages };
}

export function summaryOf(row: CaseLine): CaseSummary {
  const { id, city, name, country, reference, stage, step, waits_for, due, since, assignee } = row;
  const { held_until, pending, questions, changed_at, applied_at } = row;
  return {
    id,
    city,
    name,
    country,
    reference,
    stage,
    step,
    waits_for,
    due,
    overdue: row.overdue === 1,
    since,
    assignee,
    held_until,
    pending,
    questions,
    changed: changed_at,
    applied_at,
    todo: todoOf({
      open: row.open === 1,
      stage,
      step,
      waitsFor: waits_for,
      pending,
      heldUntil: held_until,
      askedUs: row.asked_us,
    }),
  };
}
