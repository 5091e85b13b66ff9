import type { Refusal } from '../refusal.ts';
import type { Stage } from '../state.ts';

/** The refusal of what belongs to another stage or step. */
export function wrongStage(stage: Stage): Refusal {
  return { code: 'wrong-stage', stage: stage.stage, ...('step' in stage ? { step: stage.step } : {}) };
}
