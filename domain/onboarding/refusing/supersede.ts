import type { Refusal } from '../refusal.ts';
import { membershipOf, type Stage } from '../state.ts';
import { wrongStage } from './wrong-stage.ts';

/** Who is a member, or is just becoming one, is closed in favour of nobody: it is the other application that is closed. */
export function supersedeRefusal(stage: Stage): Refusal | null {
  return membershipOf(stage) || (stage.stage === 'letter' && stage.step === 'seal') ? wrongStage(stage) : null;
}
