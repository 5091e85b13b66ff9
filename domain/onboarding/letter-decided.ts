import type { Decision, Signed } from './acts.ts';
import { type FlagsFound, flaggedAgain, openFlags } from './flags.ts';
import type { Letter, LetterSignatory, Signature, Stage } from './state.ts';

/** Where the letter stands after a decision; as before, where the decision does not concern it. */
export function letterAfter(stage: Letter, decision: Decision, { actor, at }: Signed): Stage {
  if (decision.kind === 'void-letter') return { ...unsigned(stage), step: 'void' };
  if (decision.kind === 'reissue-letter' || decision.kind === 'issue-letter' || decision.kind === 'choose-language')
    return { ...unsigned(stage), step: 'issue', ...(decision.language ? { language: decision.language } : {}) };
  if (decision.kind === 'give-mandate') return lookedAtAgain(stage, decision.flags);
  if (decision.kind === 'settle') return settled(stage, decision, { actor, at });
  if (stage.step === 'sign') return signingAfter(stage, decision, { actor, at });
  if (stage.step === 'verify' && decision.kind === 'verify')
    return { ...stage, step: 'countersign', verifiedBy: actor };
  if (stage.step === 'countersign' && decision.kind === 'countersign')
    return { ...stage, step: 'seal', countersignedBy: actor, memberSince: decision.memberSince };
  if ((stage.step === 'verify' || stage.step === 'countersign') && decision.kind === 'return-letter')
    return { ...unsigned(stage), step: 'sign', letter: stage.letter };
  return stage;
}

function signingAfter(
  stage: Extract<Letter, { step: 'sign' }>,
  decision: Decision,
  { actor, at }: Omit<Signed, 'id'>,
): Stage {
  switch (decision.kind) {
    case 'name-signatory':
      return { ...stage, signatories: replaced(stage.signatories, decision.instead, { person: decision.signatory }) };
    case 'set-signatories':
      return {
        ...stage,
        signatories: decision.signatories.map((one) => ({ ...one, ...signatureOf(stage, one.person) })),
      };
    case 'sign':
    case 'upload': {
      const { paper, sha256, level } = decision;
      const signing = decision.kind === 'sign' ? 'electronic' : decision.signing;
      const flags = decision.flags.map((kind) => ({ kind }));
      const signature: Signature = { signing, paper, sha256, by: actor, at, level, flags };
      const signatories = replaced(stage.signatories, decision.signatory, { person: decision.signatory, signature });
      return { ...stage, signatories, step: signatories.every((one) => one.signature) ? 'verify' : 'sign' };
    }
    case 'decline':
      return { stage: 'declined', from: stage };
    default:
      return stage;
  }
}

/** What stays of the letter when no signature counts any more. */
function unsigned({ application, signatories, language }: Letter): Omit<Letter, 'step'> {
  return {
    stage: 'letter',
    application,
    signatories: signatories.map(({ person, order }) => ({ person, order })),
    ...(language ? { language } : {}),
  };
}

/** Another mandate, or a proof that was missing: what nobody has decided stands open again, also after it was verified. */
function lookedAtAgain(stage: Letter, found: FlagsFound): Letter {
  const signatories = stage.signatories.map((one) => {
    const flags = found.find(({ person }) => person === one.person)?.flags;
    if (!one.signature || !flags) return one;
    return { ...one, signature: { ...one.signature, flags: flaggedAgain(one.signature.flags, flags) } };
  });
  const next = { ...stage, signatories };
  if (next.step !== 'countersign' || openFlags(next).length === 0) return next;
  const { verifiedBy: _verifiedBy, ...rest } = next;
  return { ...rest, step: 'verify' };
}

function settled(
  stage: Letter,
  { signatory, flag, paper }: Extract<Decision, { kind: 'settle' }>,
  { actor: by, at }: Omit<Signed, 'id'>,
): Letter {
  const signatories = stage.signatories.map((one) => {
    if (one.person !== signatory || !one.signature) return one;
    const flags = one.signature.flags.map((known) =>
      known.kind === flag && !known.settled ? { kind: flag, settled: { by, paper, at } } : known,
    );
    return { ...one, signature: { ...one.signature, flags } };
  });
  return { ...stage, signatories };
}

function signatureOf({ signatories }: Letter, person: string): Pick<LetterSignatory, 'signature'> {
  const signature = signatories.find((one) => one.person === person)?.signature;
  return signature ? { signature } : {};
}

function replaced(
  signatories: LetterSignatory[],
  person: string,
  by: Omit<LetterSignatory, 'order'>,
): LetterSignatory[] {
  return signatories.map((one) => (one.person === person ? { ...by, order: one.order } : one));
}
