import type { Turn } from '../activities/deadlines.ts';
import type { Addressee, Awaited } from '../activities/mail.ts';
import type { Deadline, Instant } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { remindersSent } from '../domain/onboarding/turning-point.ts';
import { planTurn } from './activities.ts';
import type { Desk } from './desk.ts';

/** What is still to come in a turn: how many of its reminders, when, and the limit that was planned. */
export type Pace = { reminders: number; ahead: Deadline[]; limit: Deadline };
export type Whose = Pick<Turn, 'stage' | 'waitsFor'>;
/** Whose turn it is, and who is reminded of what meanwhile. */
export type TurnOf = Whose & { reminds?: { what: Awaited; to: Addressee } };

/** Works out the reminders and the limit of a turn; one that was planned before, in a story that is taken up again, keeps its limit. */
export async function paceOf(desk: Desk, whose: Whose): Promise<Pace> {
  const city = desk.city();
  const until = plannedBefore(city);
  if (until) {
    const pace = await replanned(desk, whose, { until }, remindersSent(city));
    return withoutMissed(pace, city.acts.findLast(({ kind }) => kind === 'extend')?.at ?? '');
  }
  const now = desk.clock.now();
  // A turn that begins while the case is on hold is counted from the end of the hold.
  const from = city.onHold && city.onHold.until.at > now ? city.onHold.until.at : now;
  const { reminders, limit } = await planTurn({ of: { case: city.case }, at: from, ...whose });
  desk.note({ kind: 'turn-planned', due: limit, from });
  return { reminders: reminders.length, ahead: reminders, limit };
}

/** The same turn up to another end: its reminders keep their distance from it, and those that have gone out do not come again. */
export async function replanned(
  desk: Desk,
  whose: Whose,
  ends: NonNullable<Turn['ends']>,
  sent: number,
): Promise<Pace> {
  const { reminders, limit } = await planTurn({ of: { case: desk.city().case }, at: desk.clock.now(), ...whose, ends });
  return { reminders: reminders.length, ahead: reminders.slice(sent), limit };
}

/** A reminder that would have been due before the end was moved is not made up for. */
export function withoutMissed(pace: Pace, moved: Instant): Pace {
  return { ...pace, ahead: pace.ahead.filter(({ at }) => at > moved) };
}

function plannedBefore({ due, onHold }: Onboarding): Deadline | undefined {
  if (!onHold?.left) return due;
  const { milliseconds, zone } = onHold.left;
  return { at: new Date(Date.parse(onHold.until.at) + milliseconds).toISOString(), zone };
}
