import type { Decision, Signed } from './acts.ts';
import { letterAfter } from './letter-decided.ts';
import { type AnnouncementStage, isResting, membershipOf, type Stage, type StatementStage } from './state.ts';

/** The stage to which a decision leads, once it counts. */
export function decided(stage: Stage, decision: Decision, signed: Signed): Stage {
  if (decision.kind === 'withdraw') return withdrawn(stage);
  if (decision.kind === 'supersede') return { stage: 'superseded', into: decision.into };
  switch (stage.stage) {
    case 'review':
      if (decision.kind === 'accept')
        return {
          stage: 'letter',
          step: 'issue',
          application: stage.application,
          signatories: [{ person: decision.signatory, order: 1 }],
        };
      if (decision.kind === 'return') return { ...stage, waitsFor: 'city' };
      if (decision.kind === 'reject') return { stage: 'rejected' };
      if (decision.kind === 'answer')
        return { ...stage, waitsFor: 'staff', round: stage.round + 1, application: decision.paper };
      return stage;
    case 'letter':
      return letterAfter(stage, decision, signed);
    case 'statement':
      return statementAfter(stage, decision, signed);
    case 'announcement':
      return announcementAfter(stage, decision);
    case 'lapsed':
    case 'declined':
      return decision.kind === 'reopen' ? openAgain(stage) : stage;
    default:
      return stage;
  }
}

/** What rested stands again where it stopped; anything else stays as it is. */
export function openAgain(stage: Stage): Stage {
  return isResting(stage) ? stage.from : stage;
}

function statementAfter(stage: StatementStage, decision: Decision, { actor }: Signed): Stage {
  const { member } = stage;
  switch (decision.kind) {
    case 'draft': {
      const words = { paper: decision.paper, sha256: decision.sha256, draftedBy: actor, speaker: decision.speaker };
      return { stage: 'statement', step: 'confirm', member, words };
    }
    case 'confirm':
      return stage.step === 'confirm' ? { ...stage, step: 'approve' } : stage;
    case 'change-words':
    case 'return-words':
      return stage.words ? { stage: 'statement', step: 'draft', member, words: stage.words } : stage;
    case 'approve-words':
      return stage.step === 'approve'
        ? { stage: 'announcement', member, words: stage.words, claim: { kind: 'free' } }
        : stage;
    case 'waive-statement':
      return { stage: 'announcement', member, words: null, claim: { kind: 'free' } };
    default:
      return stage;
  }
}

function announcementAfter(stage: AnnouncementStage, decision: Decision): Stage {
  switch (decision.kind) {
    case 'claim':
      return { ...stage, claim: { kind: 'claimed', announcement: decision.announcement } };
    case 'release':
      return { ...stage, claim: { kind: 'free' } };
    case 'waive-announcement':
      return { stage: 'waived', member: stage.member, words: stage.words };
    default:
      return stage;
  }
}

function withdrawn(stage: Stage): Stage {
  const member = membershipOf(stage);
  return member ? { stage: 'withdrawn', member } : { stage: 'withdrawn' };
}
