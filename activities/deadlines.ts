import type { CaseId, Deadline, Instant } from '../domain/ids.ts';
import { withoutPersons } from './failures.ts';

/** Whose turn begins when; a turn of the staff is counted in the network's zone, one of the city in the city's. */
export type Turn = {
  of: { case: CaseId } | 'network';
  stage: 'review' | 'letter' | 'statement' | 'announcement';
  waitsFor: 'city' | 'staff';
  at: Instant;
  /** Where a turn that goes on ends: what it had left, in milliseconds, or a moment; absent where it begins anew. */
  ends?: { left: number } | { until: Deadline };
};
/** `warning`: the moment at which those who are waited for, and the main contact, hear that the time runs out. */
export type TurnPlan = { reminders: Deadline[]; warning?: Deadline; limit: Deadline };
export type Calendar = { plan(turn: Turn): Promise<TurnPlan> };

export const deadlineActivities = (calendar: Calendar) => ({
  /** The moments at which to remind, and the one at which the turn is over. */
  planTurn: (turn: Turn): Promise<TurnPlan> => withoutPersons(() => calendar.plan(turn)),
});
