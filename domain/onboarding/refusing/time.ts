import type { Decision } from '../acts.ts';
import type { Refusal } from '../refusal.ts';
import { isResting, type Onboarding, waitsFor } from '../state.ts';
import { claimRefusal } from './claim.ts';
import { wrongStage } from './wrong-stage.ts';

type TimeDecision = Extract<Decision, { kind: 'hold' | 'resume' | 'wait' | 'extend' | 'reopen' }>;

/** What the rules say of a case's time: what is open can stand still or end later, what rests can be opened again. */
export function timeRefusal({ stage, onHold, pending }: Onboarding, { kind }: TimeDecision): Refusal | null {
  switch (kind) {
    case 'hold':
      if (pending) return { code: 'pending' };
      if (stage.stage === 'announcement' && stage.claim.kind !== 'free')
        return claimRefusal(stage, { kind: 'claim', announcement: '' });
      return isResting(stage) ? wrongStage(stage) : null;
    case 'resume':
      return onHold ? null : { code: 'not-on-hold' };
    case 'wait':
      return isResting(stage) ? wrongStage(stage) : null;
    case 'extend':
      return stage.stage !== 'lapsed' && waitsFor(stage) === 'nobody' ? wrongStage(stage) : null;
    case 'reopen':
      return isResting(stage) ? null : wrongStage(stage);
    default:
      return kind satisfies never;
  }
}
