import { isAwaited } from '../domain/onboarding/asking.ts';
import type { Desk } from './desk.ts';
import { mail } from './letterhead.ts';
import { type Ahead, type Pace, personIn, type TurnOf } from './pace.ts';

/** What comes next in a turn: somebody is reminded, or everybody who is waited for hears that the time runs out. */
export async function remind(desk: Desk, of: TurnOf, { number, to }: Ahead, pace: Pace): Promise<void> {
  if (number === 'warning') return await warn(desk, of, pace);
  const person = personIn(to);
  const kind = to ? 'reminded' : 'staff-reminded';
  const reminded = desk.note({ kind, reminder: number, ...(person ? { person } : {}) });
  if (!reminded) return;
  const by = desk.city().due ?? pace.limit;
  if (to && of.reminds)
    await mail(desk, to, { kind: 'reminder', what: of.reminds.what, number, of: pace.reminders, by }, reminded);
  await desk.record();
}

/** Whoever has not signed hears what happens after the last day, and so does the main contact, who may help. */
async function warn(desk: Desk, { reminds }: TurnOf, { limit }: Pace): Promise<void> {
  const warned = desk.note({ kind: 'warned' });
  if (!warned) return;
  const by = desk.city().due ?? limit;
  for (const to of reminds?.to ?? []) {
    const person = personIn(to);
    if (person && isAwaited(desk.city(), person))
      await mail(desk, to, { kind: 'runs-out', what: 'letter', by }, warned);
  }
  await mail(desk, 'main', { kind: 'runs-out', what: 'others', by }, warned);
  await desk.record();
}
