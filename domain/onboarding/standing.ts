import type { Instant } from '../ids.ts';
import type { Taken } from './acts.ts';
import { isClosed, type Onboarding, type Stage } from './state.ts';

/** Where a case stands, as a line of a list shows it; instants in UTC. */
export type Standing = { step: string | null; since: Instant | null; changedAt: Instant | null; open: boolean };

/** Its step, since when it is the present turn, and when anything happened last. */
export function standing({ stage, acts }: Onboarding): Standing {
  return {
    step: stepOf(stage),
    since: acts.findLast(({ kind }) => !withinTheTurn.has(kind))?.at ?? null,
    changedAt: acts.at(-1)?.at ?? null,
    open: !isClosed(stage),
  };
}

/** The step within a stage; of a city that is ready, whether an announcement has it; of one that rests, where it stopped. */
export function stepOf(stage: Stage): string | null {
  if ('step' in stage) return stage.step;
  if (stage.stage === 'announcement') return stage.claim.kind;
  return 'from' in stage ? stage.from.stage : null;
}

/** What happens without another turn beginning. */
const withinTheTurn: ReadonlySet<Taken['kind']> = new Set([
  'ask-code',
  'ask-link',
  'ask-city',
  'reply',
  'give-mandate',
  'settle',
  'resend',
  'wait',
  'take-back',
  'recuse',
  'opinion',
  'extend',
  'hold',
  'resume',
  'resumed',
  'gather',
  'claim',
  'release',
  'held',
  'unheld',
  'let-go',
  'reminded',
  'staff-reminded',
  'warned',
  'overdue',
]);
