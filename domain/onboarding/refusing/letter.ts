import type { ActorId, Sha256 } from '../../ids.ts';
import type { Decision, DecisionKind } from '../acts.ts';
import { isAsked } from '../asking.ts';
import { openFlags, openIn } from '../flags.ts';
import type { Refusal } from '../refusal.ts';
import type { Letter } from '../state.ts';
import { wrongStage } from './wrong-stage.ts';

const signingKinds = [
  'name-signatory',
  'set-signatories',
  'choose-language',
  'resend',
  'sign',
  'upload',
  'decline',
] as const satisfies readonly DecisionKind[];
const letterKinds = [
  ...signingKinds,
  'give-mandate',
  'settle',
  'verify',
  'return-letter',
  'countersign',
  'void-letter',
  'issue-letter',
  'reissue-letter',
] as const satisfies readonly DecisionKind[];
type SigningDecision = Extract<Decision, { kind: (typeof signingKinds)[number] }>;
type LetterDecision = Extract<Decision, { kind: (typeof letterKinds)[number] }>;

/** Whether a decision concerns the letter, and nothing else. */
export function isOfTheLetter(decision: Decision): decision is LetterDecision {
  return letterKinds.some((kind) => kind === decision.kind);
}

/** What the rules of the letter say: who may sign, verify and countersign which text. */
export function letterRefusal(stage: Letter, decision: LetterDecision, actor: ActorId): Refusal | null {
  switch (decision.kind) {
    case 'name-signatory':
    case 'set-signatories':
    case 'choose-language':
    case 'resend':
    case 'sign':
    case 'upload':
    case 'decline':
      return stage.step === 'sign' ? signingRefusal(stage, decision, actor) : wrongStage(stage);
    case 'give-mandate':
      return stage.step === 'seal' ? wrongStage(stage) : null;
    case 'settle':
      return settleRefusal(stage, decision, actor);
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
  decision: SigningDecision,
  actor: ActorId,
): Refusal | null {
  const notTheirs: Refusal = { code: 'not-the-signatory' };
  switch (decision.kind) {
    case 'name-signatory':
      if (!mayStillSign(stage, decision.instead)) return notTheirs;
      return isNamed(stage, decision.signatory) ? { code: 'named-already' } : null;
    case 'set-signatories':
      return setRefusal(stage, decision.signatories);
    case 'choose-language':
      return stage.signatories.some(({ signature }) => signature) ? { code: 'signed-already' } : null;
    case 'resend':
      return mayStillSign(stage, decision.signatory) ? askedRefusal(stage, decision.signatory) : notTheirs;
    case 'sign':
      if (decision.sha256 !== stage.letter.sha256) return { code: 'other-text', sha256: stage.letter.sha256 };
      return mayStillSign(stage, decision.signatory) && decision.signatory === actor
        ? askedRefusal(stage, actor)
        : notTheirs;
    case 'upload':
      return mayStillSign(stage, decision.signatory) ? askedRefusal(stage, decision.signatory) : notTheirs;
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
  if (signed.some(({ by }) => by === actor)) return { code: 'own-work', rule: 'verifier-uploaded' };
  const flags = openFlags(stage);
  return flags.length > 0 ? { code: 'flags-open', flags } : null;
}

function settleRefusal(
  stage: Letter,
  { signatory, flag }: Extract<Decision, { kind: 'settle' }>,
  actor: ActorId,
): Refusal | null {
  if (stage.step !== 'sign' && stage.step !== 'verify') return wrongStage(stage);
  const signature = stage.signatories.find(({ person }) => person === signatory)?.signature;
  if (!signature || !openIn(signature).includes(flag)) return { code: 'no-such-flag' };
  return signature.by === actor ? { code: 'own-work', rule: 'verifier-uploaded' } : null;
}

/** Whoever has signed stays, at whatever number; somebody is always left to sign; nobody signs the same letter twice. */
function setRefusal(stage: Letter, next: readonly { person: ActorId }[]): Refusal | null {
  if (new Set(next.map(({ person }) => person)).size < next.length) return { code: 'named-already' };
  const stays = (one: ActorId) => next.some(({ person }) => person === one);
  if (stage.signatories.some(({ person, signature }) => signature && !stays(person))) return { code: 'signed-already' };
  const signed = (one: ActorId) => stage.signatories.some(({ person, signature }) => person === one && signature);
  return next.some(({ person }) => !signed(person)) ? null : { code: 'not-the-signatory' };
}

/** Nobody signs before those whose number is lower. */
function askedRefusal(stage: Letter, person: ActorId): Refusal | null {
  return isAsked(stage, person) ? null : { code: 'not-yet-asked' };
}

function isNamed({ signatories }: Letter, person: ActorId): boolean {
  return signatories.some((one) => one.person === person);
}

/** Whether a person is named to sign and has not done so yet. */
export function mayStillSign(stage: Letter, person: ActorId): boolean {
  return stage.signatories.some((signatory) => signatory.person === person && signatory.signature === undefined);
}
