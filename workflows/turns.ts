import type { Deadline, Instant } from '../domain/ids.ts';
import type { Taken } from '../domain/onboarding/acts.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import type { Desk } from './desk.ts';
import { mail } from './letterhead.ts';
import { giveMoreTime } from './more-time.ts';
import { goOn, standStill } from './on-hold.ts';
import { showOperators } from './operators.ts';
import { type Pace, paceOf, type TurnOf } from './pace.ts';

/** A time in which something is awaited: `act` is the next thing that is done, or that time itself has decided. */
export type Turn = { act(): Promise<Taken> };

/**
 * Begins a turn: works out its reminders and its limit, and makes them known. Meanwhile whoever `reminds` names is
 * reminded. When the limit passes, a case that may lapse lapses; any other is overdue and goes on waiting, because then
 * a person chooses: wait, waive or go on.
 */
export async function beginTurn(desk: Desk, of: TurnOf): Promise<Turn & { limit: Deadline }> {
  const { reminds, ...whose } = of;
  let pace = await paceOf(desk, whose);
  showOperators(desk.city());
  await desk.record();

  const remind = async () => {
    const number = pace.reminders - pace.ahead.length + 1;
    pace.ahead.shift();
    const reminded = desk.note({ kind: reminds ? 'reminded' : 'staff-reminded', reminder: number });
    if (!reminded) return;
    const by = desk.city().due ?? pace.limit;
    const of = pace.reminders;
    if (reminds) await mail(desk, reminds.to, { kind: 'reminder', what: reminds.what, number, of, by }, reminded);
    await desk.record();
  };
  const timeCame = async (): Promise<Taken | null> => {
    if (desk.city().onHold) return desk.note({ kind: 'resumed' });
    if (isTimeToTell(desk.city(), pace)) return desk.note({ kind: 'told' });
    if (pace.ahead.length > 0) await remind();
    else {
      const lapsed = desk.note({ kind: 'lapsed' });
      if (lapsed) return lapsed;
      desk.note({ kind: 'overdue' });
      await desk.record();
    }
    return null;
  };

  return {
    limit: pace.limit,
    act: async () => {
      for (;;) {
        const act = (await desk.next(nextMoment(desk.city(), pace))) ?? (await timeCame());
        if (act?.kind === 'hold') await standStill(desk, act);
        else if (act?.kind === 'resume' || act?.kind === 'resumed') pace = await goOn(desk, whose, pace, act);
        else if (act?.kind === 'extend') pace = await giveMoreTime(desk, of, pace, act);
        else if (act) return act;
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

/** When the turn has something to do next. */
function nextMoment(city: Onboarding, pace: Pace): Instant | undefined {
  if (city.onHold) return city.onHold.until.at;
  return isTimeToTell(city, pace) ? tellingAt(city) : momentOfTurn(city, pace);
}

/** Once overdue there is nothing left to count. */
function momentOfTurn({ overdue, due }: Onboarding, { ahead, limit }: Pace): Instant | undefined {
  return ahead[0]?.at ?? (overdue ? undefined : (due ?? limit).at);
}

/** Whether the city is told of what is prepared before anything else comes in this turn. */
function isTimeToTell(city: Onboarding, pace: Pace): boolean {
  const at = tellingAt(city);
  const other = momentOfTurn(city, pace);
  return at !== undefined && (other === undefined || at <= other);
}

function tellingAt({ pending }: Onboarding): Instant | undefined {
  return pending && pending.tell !== 'when-released' ? pending.tell.at : undefined;
}
