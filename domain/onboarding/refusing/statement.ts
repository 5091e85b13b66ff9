import type { ActorId } from '../../ids.ts';
import type { Decision } from '../acts.ts';
import type { Refusal } from '../refusal.ts';
import type { StatementStage } from '../state.ts';
import { wrongStage } from './wrong-stage.ts';

type StatementDecision = Extract<
  Decision,
  { kind: 'draft' | 'confirm' | 'change-words' | 'approve-words' | 'return-words' | 'waive-statement' }
>;

/** What the rules of the statement say: who confirms and who approves which words. */
export function statementRefusal(stage: StatementStage, decision: StatementDecision, actor: ActorId): Refusal | null {
  switch (decision.kind) {
    case 'draft':
      return stage.step === 'approve' ? wrongStage(stage) : null;
    case 'confirm':
      if (stage.step !== 'confirm') return wrongStage(stage);
      if (stage.words.speaker !== actor) return { code: 'not-the-signatory' };
      return stage.words.sha256 === decision.sha256 ? null : { code: 'other-text', sha256: stage.words.sha256 };
    case 'change-words':
      return stage.step === 'confirm' ? null : wrongStage(stage);
    case 'approve-words':
      if (stage.step !== 'approve') return wrongStage(stage);
      if (stage.words.sha256 !== decision.sha256) return { code: 'other-text', sha256: stage.words.sha256 };
      return stage.words.draftedBy === actor ? { code: 'own-work', rule: 'approver-drafted' } : null;
    case 'return-words':
      return stage.step === 'approve' ? null : wrongStage(stage);
    case 'waive-statement':
      return null;
    default:
      return decision satisfies never;
  }
}
