import type { ActorId, AnnouncementId, Sha256 } from '../ids.ts';
import type { Act, Decision } from './acts.ts';
import { isClosed, type Letter, type Onboarding, type Stage, type StatementStage } from './state.ts';
import { tooMany } from './too-many.ts';

/** Why an act cannot be taken: a code and ids, from which a surface makes a sentence in its reader's language. */
export type Refusal =
  | { code: 'ended'; stage: Stage['stage'] }
  | { code: 'stale'; version: number }
  | { code: 'wrong-stage'; stage: Stage['stage']; step?: string }
  | {
      code: 'own-work';
      rule: 'verifier-uploaded' | 'countersigner-verified' | 'approver-drafted' | 'approver-composed';
    }
  | { code: 'other-text'; sha256: Sha256 }
  | { code: 'not-the-signatory' }
  | { code: 'too-many' }
  | { code: 'claimed'; announcement: AnnouncementId }
  | { code: 'publishing'; announcement: AnnouncementId };

/**
 * The one rule that says no: whether this act may be taken now, by this person, on what they saw; null where it may.
 * Four eyes: who signed or uploaded does not verify, who verified does not countersign, who drafted does not approve.
 */
export function refusal(city: Onboarding, act: Act): Refusal | null {
  const { stage } = city;
  if (isClosed(stage)) return { code: 'ended', stage: stage.stage };
  // Neither what somebody saw before it changed, nor what nobody can have seen yet, is decided on.
  if (act.version !== undefined && (act.version < city.changed || act.version > city.version))
    return { code: 'stale', version: city.version };
  return tooMany(city, act) ? { code: 'too-many' } : refusedHere(stage, act.decision, act.actor);
}

function refusedHere(stage: Stage, decision: Decision, actor: ActorId): Refusal | null {
  switch (decision.kind) {
    case 'withdraw':
      return stage.stage === 'announcement' && stage.claim.kind === 'held'
        ? { code: 'publishing', announcement: stage.claim.announcement }
        : null;
    case 'ask-link':
      return null;
    case 'wait':
      return stage.stage === 'lapsed' || stage.stage === 'declined' ? wrongStage(stage) : null;
    case 'reopen':
      return stage.stage === 'lapsed' || stage.stage === 'declined' ? null : wrongStage(stage);
    case 'accept':
    case 'return':
    case 'reject':
      return stage.stage === 'review' && stage.waitsFor === 'staff' ? null : wrongStage(stage);
    case 'answer':
      return stage.stage === 'review' && stage.waitsFor === 'city' ? null : wrongStage(stage);
    case 'name-signatory':
    case 'sign':
    case 'upload':
    case 'decline':
    case 'verify':
    case 'return-letter':
    case 'countersign':
      return stage.stage === 'letter' ? letterRefusal(stage, decision, actor) : wrongStage(stage);
    case 'ask-code':
      return codeRefusal(stage, decision);
    case 'draft':
    case 'confirm':
    case 'change-words':
    case 'approve-words':
    case 'return-words':
    case 'waive-statement':
      return stage.stage === 'statement' ? statementRefusal(stage, decision, actor) : wrongStage(stage);
    case 'claim':
    case 'release':
    case 'waive-announcement':
      return claimRefusal(stage, decision);
    default:
      return decision satisfies never;
  }
}

type LetterDecision = Extract<
  Decision,
  { kind: 'name-signatory' | 'sign' | 'upload' | 'decline' | 'verify' | 'return-letter' | 'countersign' }
>;

function letterRefusal(stage: Letter, decision: LetterDecision, actor: ActorId): Refusal | null {
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

type StatementDecision = Extract<
  Decision,
  { kind: 'draft' | 'confirm' | 'change-words' | 'approve-words' | 'return-words' | 'waive-statement' }
>;

function statementRefusal(stage: StatementStage, decision: StatementDecision, actor: ActorId): Refusal | null {
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

function codeRefusal(stage: Stage, decision: Extract<Decision, { kind: 'ask-code' }>): Refusal | null {
  if (decision.purpose === 'letter') {
    if (stage.stage !== 'letter' || stage.step !== 'sign') return wrongStage(stage);
    if (decision.sha256 !== stage.letter.sha256) return { code: 'other-text', sha256: stage.letter.sha256 };
    return mayStillSign(stage, decision.person) ? null : { code: 'not-the-signatory' };
  }
  if (stage.stage !== 'statement' || stage.step !== 'confirm') return wrongStage(stage);
  if (decision.sha256 !== stage.words.sha256) return { code: 'other-text', sha256: stage.words.sha256 };
  return stage.words.speaker === decision.person ? null : { code: 'not-the-signatory' };
}

function claimRefusal(
  stage: Stage,
  decision: Extract<Decision, { kind: 'claim' | 'release' | 'waive-announcement' }>,
): Refusal | null {
  if (stage.stage !== 'announcement') return wrongStage(stage);
  const { claim } = stage;
  if (claim.kind === 'held') return { code: 'publishing', announcement: claim.announcement };
  if (claim.kind === 'free') return decision.kind === 'release' ? wrongStage(stage) : null;
  if (decision.kind === 'release' && decision.announcement === claim.announcement) return null;
  return { code: 'claimed', announcement: claim.announcement };
}

function mayStillSign(stage: Letter, person: ActorId): boolean {
  return stage.signatories.some((signatory) => signatory.person === person && signatory.signature === undefined);
}

function wrongStage(stage: Stage): Refusal {
  return { code: 'wrong-stage', stage: stage.stage, ...('step' in stage ? { step: stage.step } : {}) };
}
