import { upsertSearchAttributes } from '@temporalio/workflow';
import type { TurnPlan } from '../activities/deadlines.ts';
import type { Addressee, Awaited } from '../activities/mail.ts';
import type { Deadline } from '../domain/ids.ts';
import type { Taken } from '../domain/onboarding/acts.ts';
import { type Onboarding, type Open, waitsFor } from '../domain/onboarding/state.ts';
import { remindersSent, turningPoint } from '../domain/onboarding/turning-point.ts';
import { planTurn } from './activities.ts';
import type { Desk } from './desk.ts';
import { mail } from './letterhead.ts';
import { countryKey, dueKey, stageKey, waitingOnKey } from './search-attributes.ts';

/** A time in which something is awaited: `act` is the next thing that is done, or that time itself has decided. */
export type Turn = { act(): Promise<Taken> };

/**
 * Begins a turn: works out its reminders and its limit, and makes them known. Meanwhile whoever `reminds` names is
 * reminded. When the limit passes, a case that may lapse lapses; any other is overdue and goes on waiting, because then
 * a person chooses: wait, waive or go on.
 */
export async function beginTurn(
  desk: Desk,
  of: { stage: Open['stage']; waitsFor: 'city' | 'staff'; reminds?: { what: Awaited; to: Addressee } },
): Promise<Turn & { limit: Deadline }> {
  const { reminds, ...whose } = of;
  const planned = desk.city().due;
  // A turn that was planned before, in a story that is taken up again, keeps its days and its limit.
  const at = planned ? turningPoint(desk.city()).at : desk.clock.now();
  const plan = await planTurn({ of: { case: desk.city().case }, at, ...whose });
  if (!planned) desk.note({ kind: 'turn-planned', due: plan.limit });
  showOperators(desk.city());
  await desk.record();
  const ahead = plan.reminders.slice(planned ? remindersSent(desk.city()) : 0);

  const remind = async () => {
    ahead.shift();
    const number = plan.reminders.length - ahead.length;
    const reminded = desk.note({ kind: reminds ? 'reminded' : 'staff-reminded', reminder: number });
    if (!reminded) return;
    const by = desk.city().due ?? plan.limit;
    const of = plan.reminders.length;
    if (reminds) await mail(desk, reminds.to, { kind: 'reminder', what: reminds.what, number, of, by }, reminded);
    await desk.record();
  };

  return {
    limit: planned ?? plan.limit,
    act: async () => {
      for (;;) {
        const act = await desk.next(ahead[0]?.at ?? limitOf(desk.city(), plan));
        if (act) return act;
        if (ahead.length > 0) await remind();
        else {
          const lapsed = desk.note({ kind: 'lapsed' });
          if (lapsed) return lapsed;
          desk.note({ kind: 'overdue' });
          await desk.record();
        }
      }
    },
  };
}

/** Nobody is waited for: the case rests, and nothing is lost, until a person reopens or withdraws it. */
export async function rest(desk: Desk): Promise<Turn> {
  showOperators(desk.city());
  await desk.record();
  return {
    act: async () => {
      for (;;) {
        const act = await desk.next();
        if (act) return act;
      }
    },
  };
}

/** Shows operators where a case stands; one event, so once a turn. */
export function showOperators({ stage, country, due }: Onboarding): void {
  upsertSearchAttributes([
    { key: stageKey, value: stage.stage },
    { key: countryKey, value: country },
    { key: waitingOnKey, value: waitsFor(stage) },
    { key: dueKey, value: due ? new Date(due.at) : null },
  ]);
}

/** Once overdue there is nothing left to count; a person who chose to wait has set a new limit. */
function limitOf({ overdue, due }: Onboarding, plan: TurnPlan): string | undefined {
  return overdue ? undefined : (due ?? plan.limit).at;
}
