import type { Decision } from '../acts.ts';
import { isAsked } from '../asking.ts';
import type { Refusal } from '../refusal.ts';
import type { Stage } from '../state.ts';
import { mayStillSign } from './letter.ts';
import { wrongStage } from './wrong-stage.ts';

/** Whether a person may ask for a code: only for the text that is theirs to sign or confirm now. */
export function codeRefusal(stage: Stage, decision: Extract<Decision, { kind: 'ask-code' }>): Refusal | null {
  if (decision.purpose === 'letter') {
    if (stage.stage !== 'letter' || stage.step !== 'sign') return wrongStage(stage);
    if (decision.sha256 !== stage.letter.sha256) return { code: 'other-text', sha256: stage.letter.sha256 };
    if (!mayStillSign(stage, decision.person)) return { code: 'not-the-signatory' };
    return isAsked(stage, decision.person) ? null : { code: 'not-yet-asked' };
  }
  if (stage.stage !== 'statement' || stage.step !== 'confirm') return wrongStage(stage);
  if (decision.sha256 !== stage.words.sha256) return { code: 'other-text', sha256: stage.words.sha256 };
  return stage.words.speaker === decision.person ? null : { code: 'not-the-signatory' };
}
