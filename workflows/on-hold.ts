import type { Taken } from '../domain/onboarding/acts.ts';
import type { Desk } from './desk.ts';
import { mail } from './letterhead.ts';
import { showOperators } from './operators.ts';
import { type Pace, replanned, sentOf, type TurnOf } from './pace.ts';

/** The case stands still from here on, and the city is told why and until when. */
export async function standStill(desk: Desk, act: Extract<Taken, { kind: 'hold' }>): Promise<void> {
  showOperators(desk.city());
  await desk.record();
  await mail(desk, 'main', { kind: 'on-hold', paper: act.paper, until: act.until }, act);
}

/** The case goes on: what was left of its turn counts again, up to the closing hour of a day. */
export async function goOn(desk: Desk, of: TurnOf, before: Pace, act: Taken): Promise<Pace> {
  const { due } = desk.city();
  const left = due ? Math.max(0, Date.parse(due.at) - Date.parse(desk.clock.now())) : 0;
  const pace = await replanned(desk, of, { left }, sentOf(before));
  desk.note({ kind: 'turn-planned', due: pace.limit });
  showOperators(desk.city());
  await desk.record();
  await mail(desk, 'main', { kind: 'resumed', waitsFor: of.waitsFor, by: pace.limit }, act);
  return pace;
}
