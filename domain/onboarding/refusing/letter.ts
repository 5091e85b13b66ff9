import type { ActorId, Sha256 } from '../../ids.ts';
import type { Decision } from '../acts.ts';
import type { Refusal } from '../refusal.ts';
import type { Letter } from '../state.ts';
import { wrongStage } from './wrong-stage.ts';

type LetterDecision = Extract<
  Decision,
  { kind: 'name-signatory' | 'sign' | 'upload' | 'decline' | 'verify' | 'return-letter' | 'countersign' }
>;

/** What the rules of the letter say: who may sign, verify and countersign which text. */
export function letterRefusal(stage: Letter, decision: LetterDecision, actor: ActorId): Refusal | null {
  switch (decision.kind) {
    case 'name-signatory':
      if (stage.step !== 'sign') return wrongStage(stage);
      return mayStillSign(stage, decision.instead) ? null : { code: 'not-the-signatory' };
    case 'sign':
      if (stage.step !== 'sign') return wrongStage(stage);
      if (decision.sha256 !== stage.letter.sha256) return { code: 'other-text', sha256: stage.letter.sha256 };
      return mayStillSign(stage, decision.signatory) && decision.signatory === actor
        ? null
        : { code: 'not-the-signatory' };
    case 'upload':
      if (stage.step !== 'sign') return wrongStage(stage);
      return mayStillSign(stage, decision.signatory) ? null : { code: 'not-the-signatory' };
    case 'decline':
      if (stage.step !== 'sign') return wrongStage(stage);
      return mayStillSign(stage, actor) ? null : { code: 'not-the-signatory' };
    case 'verify':
      return stage.step === 'verify' ? verifyRefusal(stage, decision.sha256, actor) : wrongStage(stage);
    case 'return-letter':
      return stage.step === 'verify' || stage.step === 'countersign' ? null : wrongStage(stage);
    case 'countersign':
      if (stage.step !== 'countersign') return wrongStage(stage);
      return stage.verifiedBy === actor ? { code: 'own-work', rule: 'countersigner-verified' } : null;
    default:
      return decision satisfies never;
  }
}

function verifyRefusal(stage: Letter, sha256: Sha256, actor: ActorId): Refusal | null {
  const signed = stage.signatories.flatMap(({ signature }) => (signature ? [signature] : []));
  const [first] = signed;
  if (first && !signed.some((signature) => signature.sha256 === sha256))
    return { code: 'other-text', sha256: first.sha256 };
  return signed.some(({ by }) => by === actor) ? { code: 'own-work', rule: 'verifier-uploaded' } : null;
}

/** Whether a person is named to sign and has not done so yet. */
export function mayStillSign(stage: Letter, person: ActorId): boolean {
  return stage.signatories.some((signatory) => signatory.person === person && signatory.signature === undefined);
}
