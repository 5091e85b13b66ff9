import type { Deadline } from '../domain/ids.ts';
import type { Taken } from '../domain/onboarding/acts.ts';
import { isAwaited } from '../domain/onboarding/asking.ts';
import type { Desk } from './desk.ts';
import { mail } from './letterhead.ts';
import { showOperators } from './operators.ts';
import { type Pace, personIn, replanned, sentOf, type TurnOf, withoutMissed } from './pace.ts';

/**
 * The present turn ends later: reminders keep their distance from its end, and a city whose turn it is hears of the new day.
 * Whoever gets the letter again with that day in it needs no second mail.
 */
export async function giveMoreTime(
  desk: Desk,
  of: TurnOf,
  before: Pace,
  act: Extract<Taken, { kind: 'extend' | 'resend' }>,
  until: Deadline,
): Promise<Pace> {
  const pace = await replanned(desk, of, { until }, sentOf(before));
  showOperators(desk.city());
  await desk.record();
  const { reminds } = of;
  for (const to of reminds?.to ?? []) {
    const person = personIn(to);
    const hearsAnyway = act.kind === 'resend' && act.signatory === person;
    if (reminds && !hearsAnyway && (person === undefined || isAwaited(desk.city(), person)))
      await mail(desk, to, { kind: 'extended', what: reminds.what, by: until }, act);
  }
  if (reminds?.what === 'letter') await mail(desk, 'main', { kind: 'extended', what: 'others', by: until }, act);
  return withoutMissed(pace, act.at);
}
