import type { ActorId, Sha256 } from '../../ids.ts';
import type { Decision } from '../acts.ts';
import type { Refusal } from '../refusal.ts';
import type { Letter } from '../state.ts';
import { wrongStage } from './wrong-stage.ts';

type LetterDecision = Extract<
  Decision,
  {
    kind: SigningKind | 'verify' | 'return-letter' | 'countersign' | 'void-letter' | 'issue-letter' | 'reissue-letter';
  }
>;
type SigningKind = 'name-signatory' | 'sign' | 'upload' | 'decline';

/** What the rules of the letter say: who may sign, verify and countersign which text. */
export function letterRefusal(stage: Letter, decision: LetterDecision, actor: ActorId): Refusal | null {
  switch (decision.kind) {
    case 'name-signatory':
    case 'sign':
    case 'upload':
    case 'decline':
      return stage.step === 'sign' ? signingRefusal(stage, decision, actor) : wrongStage(stage);
    case 'verify':
      return stage.step === 'verify' ? verifyRefusal(stage, decision.sha256, actor) : wrongStage(stage);
    case 'return-letter':
      return stage.step === 'verify' || stage.step === 'countersign' ? null : wrongStage(stage);
    case 'countersign':
      if (stage.step !== 'countersign') return wrongStage(stage);
      return stage.verifiedBy === actor ? { code: 'own-work', rule: 'countersigner-verified' } : null;
    case 'void-letter':
    case 'reissue-letter':
      return stage.step === 'sign' || stage.step === 'verify' || stage.step === 'countersign'
        ? null
        : wrongStage(stage);
    case 'issue-letter':
      return stage.step === 'void' ? null : wrongStage(stage);
    default:
      return decision satisfies never;
  }
}

function signingRefusal(
  stage: Extract<Letter, { step: 'sign' }>,
  decision: Extract<Decision, { kind: SigningKind }>,
  actor: ActorId,
): Refusal | null {
  const notTheirs: Refusal = { code: 'not-the-signatory' };
  switch (decision.kind) {
    case 'name-signatory':
      return mayStillSign(stage, decision.instead) ? null : notTheirs;
    case 'sign':
      if (decision.sha256 !== stage.letter.sha256) return { code: 'other-text', sha256: stage.letter.sha256 };
      return mayStillSign(stage, decision.signatory) && decision.signatory === actor ? null : notTheirs;
    case 'upload':
      return mayStillSign(stage, decision.signatory) ? null : notTheirs;
    case 'decline':
      return mayStillSign(stage, actor) ? null : notTheirs;
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
