import type { Turn, TurnPlan } from '../activities/deadlines.ts';
import type { Addressee, Awaited } from '../activities/mail.ts';
import type { Deadline, Instant } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { givesTime, remindersSent } from '../domain/onboarding/turning-point.ts';
import { planTurn } from './activities.ts';
import type { Desk } from './desk.ts';

/** What is still to come in a turn: how many reminders each gets, what comes when, and the limit that was planned. */
export type Pace = { reminders: number; ahead: Ahead[]; limit: Deadline };
/** A reminder by its number, to a person of the city or, without `to`, to the staff; or the warning that the time runs out. */
export type Ahead = Deadline & { number: number | 'warning'; to?: Addressee };
export type Whose = Pick<Turn, 'stage' | 'waitsFor'>;
/** Whose turn it is, and who is reminded of what meanwhile. */
export type TurnOf = Whose & { reminds?: { what: Awaited; to: Addressee[] } };

/** Works out the reminders and the limit of a turn; one that was planned before, in a story that is taken up again, keeps its limit. */
export async function paceOf(desk: Desk, of: TurnOf): Promise<Pace> {
  const city = desk.city();
  const until = plannedBefore(city);
  if (until) {
    const pace = await replanned(desk, of, { until }, (to) => remindersSent(city, personIn(to)));
    return withoutMissed(pace, city.acts.findLast(givesTime)?.at ?? '');
  }
  const now = desk.clock.now();
  // A turn that begins while the case is on hold is counted from the end of the hold.
  const from = city.onHold && city.onHold.until.at > now ? city.onHold.until.at : now;
  const plan = await planTurn({ of: { case: city.case }, at: from, ...whoseOf(of) });
  desk.note({ kind: 'turn-planned', due: plan.limit, from });
  return paceIn(plan, of);
}

/** The same turn up to another end: its reminders keep their distance from it, and those that have gone out do not come again. */
export async function replanned(
  desk: Desk,
  of: TurnOf,
  ends: NonNullable<Turn['ends']>,
  sent: (to: Addressee | undefined) => number,
): Promise<Pace> {
  const at = desk.clock.now();
  const plan = await planTurn({ of: { case: desk.city().case }, at, ...whoseOf(of), ends });
  const pace = paceIn(plan, of, sent);
  return { ...pace, ahead: pace.ahead.filter((one) => one.number !== 'warning' || one.at > at) };
}

/** Others are reminded, too, from now on, on days of their own; the turn ends when the days of all have passed. */
export async function joinedBy(desk: Desk, of: TurnOf, before: Pace, to: Addressee[]): Promise<Pace> {
  const now = desk.clock.now();
  const plan = await planTurn({ of: { case: desk.city().case }, at: now, ...whoseOf(of) });
  const theirs = paceIn(plan, { ...of, reminds: { what: 'letter', to } });
  const until = desk.city().due ?? before.limit;
  const isLonger = plan.limit.at > until.at;
  if (isLonger) desk.note({ kind: 'turn-planned', due: plan.limit, from: now });
  const kept = before.ahead.filter(({ number }) => number !== 'warning' || !isLonger);
  const added = theirs.ahead.filter(({ number }) => number !== 'warning' || isLonger);
  return { reminders: theirs.reminders, ahead: inTime([...kept, ...added]), limit: isLonger ? plan.limit : until };
}

/** How many reminders somebody has had of a pace, or would have had. */
export function sentOf({ reminders, ahead }: Pace): (to: Addressee | undefined) => number {
  return (to) =>
    reminders - ahead.filter((one) => one.number !== 'warning' && personIn(one.to) === personIn(to)).length;
}

/** A reminder that would have been due before the end was moved is not made up for. */
export function withoutMissed(pace: Pace, moved: Instant): Pace {
  return { ...pace, ahead: pace.ahead.filter(({ at }) => at > moved) };
}

/** Who a mail goes to, where that is a person by id and not an office. */
export function personIn(to: Addressee | undefined): string | undefined {
  return typeof to === 'object' ? to.person : undefined;
}

function paceIn({ reminders, warning, limit }: TurnPlan, { reminds }: TurnOf, sent = (_to?: Addressee) => 0): Pace {
  const each = (to?: Addressee): Ahead[] =>
    reminders.map((moment, index) => ({ ...moment, number: index + 1, ...(to ? { to } : {}) })).slice(sent(to));
  const ahead = reminds ? reminds.to.flatMap(each) : each();
  const last: Ahead[] = warning && reminds ? [{ ...warning, number: 'warning' }] : [];
  return { reminders: reminders.length, ahead: inTime([...ahead, ...last]), limit };
}

function inTime(ahead: Ahead[]): Ahead[] {
  return ahead.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function whoseOf({ stage, waitsFor }: TurnOf): Whose {
  return { stage, waitsFor };
}

function plannedBefore({ due, onHold }: Onboarding): Deadline | undefined {
  if (!onHold?.left) return due;
  const { milliseconds, zone } = onHold.left;
  return { at: new Date(Date.parse(onHold.until.at) + milliseconds).toISOString(), zone };
}
