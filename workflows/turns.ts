import type { ActorId, Deadline, Instant } from '../domain/ids.ts';
import type { Taken } from '../domain/onboarding/acts.ts';
import { isAwaited } from '../domain/onboarding/asking.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import type { Desk } from './desk.ts';
import { giveMoreTime } from './more-time.ts';
import { goOn, standStill } from './on-hold.ts';
import { showOperators } from './operators.ts';
import { joinedBy, type Pace, paceOf, personIn, type TurnOf } from './pace.ts';
import { remind } from './reminding.ts';

/**
 * A time in which something is awaited: `act` is the next thing that is done, or that time itself has decided. Others who
 * `join` are reminded from then on; it answers with those who were not waited for before. A case that rests has no `join`.
 */
export type Turn = {
  act(): Promise<Taken>;
  join?(people: ActorId[]): Promise<{ limit: Deadline; joined: ActorId[] }>;
};

/**
 * Begins a turn: works out its reminders and its limit, and makes them known. Meanwhile whoever `reminds` names is
 * reminded. When the limit passes, a case that may lapse lapses; any other is overdue and goes on waiting, because then
 * a person chooses: wait, waive or go on.
 */
export async function beginTurn(desk: Desk, of: TurnOf): Promise<Turn & { limit: Deadline }> {
  let now = of;
  let pace = await paceOf(desk, of);
  showOperators(desk.city());
  await desk.record();

  const timeCame = async (): Promise<Taken | null> => {
    if (desk.city().onHold) return desk.note({ kind: 'resumed' });
    if (isTimeToTell(desk.city(), pace)) return desk.note({ kind: 'told' });
    const next = pace.ahead.shift();
    if (next) await remind(desk, now, next, pace);
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
        pace = withoutWhoIsDone(desk.city(), pace);
        const act = (await desk.next(nextMoment(desk.city(), pace))) ?? (await timeCame());
        if (act?.kind === 'hold') await standStill(desk, act);
        else if (act?.kind === 'resume' || act?.kind === 'resumed') pace = await goOn(desk, now, pace, act);
        else if (act?.kind === 'extend') pace = await giveMoreTime(desk, now, pace, act, act.until);
        else if (act?.kind === 'resend' && act.until) {
          pace = await giveMoreTime(desk, now, pace, act, act.until);
          return act;
        } else if (act) return act;
      }
    },
    join: async (people) => {
      const before = now.reminds?.to ?? [];
      const joined = people.filter((person) => !before.some((to) => personIn(to) === person));
      if (joined.length > 0) {
        const to = joined.map((person) => ({ person }));
        pace = await joinedBy(desk, now, pace, to);
        now = { ...now, reminds: { what: 'letter', to: [...before, ...to] } };
        showOperators(desk.city());
      }
      await desk.record();
      return { limit: desk.city().due ?? pace.limit, joined };
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

/** Whoever has signed, or signs no more, is reminded of nothing. */
function withoutWhoIsDone(city: Onboarding, pace: Pace): Pace {
  const awaited = (person: ActorId | undefined) => person === undefined || isAwaited(city, person);
  return { ...pace, ahead: pace.ahead.filter(({ to }) => awaited(personIn(to))) };
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
