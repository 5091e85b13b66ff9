import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import { type Change, changesBetween } from '../domain/changes-between.ts';
import { dayIn } from '../domain/days.ts';
import { type Check, eligibilityChecks } from '../domain/eligibility.ts';
import type { CaseId, Instant } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { decidedLike } from '../records/case-list.ts';
import { type CaseRow, casesOfCity, viewOf } from '../records/cases.ts';
import { type Duplicate, duplicatesOf } from '../records/duplicates.ts';
import { bodyOf } from '../records/papers.ts';
import { type CaseSummary, summaryOf } from './case-list.ts';
import type { Door } from './door.ts';

/** What stands behind a case: what was handed in before, what is like it, and what a machine can tell of it. */
export type CaseBackground = {
  duplicates: Duplicate[];
  /** Closed applications of the same city from before this one, oldest first. */
  earlier: { case: CaseId; stage: string; closedAt: Instant }[];
  checks: Check[];
  /** Each application that was handed in, and what changed from the one before. */
  rounds: { round: number; application: ApplicationPaper['application']; at: Instant; changes: Change[] }[];
  /** Up to five decided cases of the same country and kind, the nearest in size first. */
  like: CaseSummary[];
};

export async function caseBackground(door: Door, row: CaseRow): Promise<CaseBackground> {
  const { database } = door.records;
  return {
    duplicates: await duplicatesOf(database, row),
    earlier: await earlierOf(door, row),
    checks: await checksOf(door, row),
    rounds: await roundsOf(door, viewOf(row)),
    like: (await decidedLike(database, row)).map(summaryOf),
  };
}

/** What a machine can tell of the application that counts now, on this day in the network's zone. */
export async function checksOf(door: Door, row: CaseRow): Promise<Check[]> {
  const { application } = await bodyOf<ApplicationPaper>(door.records.database, applicationPaperOf(viewOf(row)));
  const rejected = (await earlierOf(door, row)).findLast(({ stage }) => stage === 'rejected')?.case ?? null;
  return eligibilityChecks(application, { today: dayIn(door.clock.now(), door.network.zone), rejected });
}

async function earlierOf(door: Door, { city, number }: CaseRow): Promise<CaseBackground['earlier']> {
  const rows = await casesOfCity(door.records.database, city);
  return rows
    .filter((one) => one.number < number && one.open === 0)
    .map((one) => ({ case: one.id, stage: one.stage, closedAt: one.changed_at ?? one.applied_at }));
}

async function roundsOf(door: Door, { acts }: Onboarding): Promise<CaseBackground['rounds']> {
  const rounds: CaseBackground['rounds'] = [];
  for (const act of acts) {
    if (act.kind !== 'applied' && act.kind !== 'answer') continue;
    const { application } = await bodyOf<ApplicationPaper>(door.records.database, act.paper);
    const before = rounds.at(-1);
    const changes = before ? changesBetween(before.application, application) : [];
    rounds.push({ round: rounds.length + 1, application, at: act.at, changes });
  }
  return rounds;
}
