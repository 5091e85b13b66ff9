import type { Taken } from '../domain/onboarding/acts.ts';
import type { Desk } from './desk.ts';
import { mail } from './letterhead.ts';
import { showOperators } from './operators.ts';
import { type Pace, replanned, type TurnOf, withoutMissed } from './pace.ts';

/** The present turn ends later: reminders keep their distance from its end, and a city whose turn it is hears of the new day. */
export async function giveMoreTime(
  desk: Desk,
  { reminds, ...whose }: TurnOf,
  before: Pace,
  act: Extract<Taken, { kind: 'extend' }>,
): Promise<Pace> {
  const sent = before.reminders - before.ahead.length;
  const pace = await replanned(desk, whose, { until: act.until }, sent);
  showOperators(desk.city());
  await desk.record();
  if (reminds) await mail(desk, reminds.to, { kind: 'extended', what: reminds.what, by: act.until }, act);
  return withoutMissed(pace, act.at);
}
