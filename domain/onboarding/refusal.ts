import type { AnnouncementId, Deadline, Sha256 } from '../ids.ts';
import type { Act } from './acts.ts';
import type { FlagKind } from './flags.ts';
import { gatherRefusal, releasesGathered } from './gathered.ts';
import { claimRefusal } from './refusing/claim.ts';
import { codeRefusal } from './refusing/code.ts';
import { isOfTheLetter, letterRefusal } from './refusing/letter.ts';
import { onHoldRefusal } from './refusing/on-hold.ts';
import { reviewRefusal } from './refusing/review.ts';
import { statementRefusal } from './refusing/statement.ts';
import { supersedeRefusal } from './refusing/supersede.ts';
import { timeRefusal } from './refusing/time.ts';
import { wrongStage } from './refusing/wrong-stage.ts';
import { isClosed, type Onboarding, type Stage } from './state.ts';
import { tooMany } from './too-many.ts';

/** Why an act cannot be taken: a code and ids, from which a surface makes a sentence in its reader's language. */
export type Refusal =
  | { code: 'ended'; stage: Stage['stage'] }
  | { code: 'stale'; version: number }
  | { code: 'wrong-stage'; stage: Stage['stage']; step?: string }
  | {
      code: 'own-work';
      rule: 'accepter-applied' | 'verifier-uploaded' | 'countersigner-verified' | 'approver-drafted';
    }
  | { code: 'other-text'; sha256: Sha256 }
  | { code: 'not-the-signatory' }
  | { code: 'not-yet-asked' }
  | { code: 'signed-already' }
  | { code: 'named-already' }
  | { code: 'flags-open'; flags: FlagKind[] }
  | { code: 'no-such-flag' }
  | { code: 'too-many' }
  | { code: 'claimed'; announcement: AnnouncementId }
  | { code: 'publishing'; announcement: AnnouncementId }
  | { code: 'on-hold'; until: Deadline }
  | { code: 'not-on-hold' }
  | { code: 'pending' }
  | { code: 'nothing-pending' }
  | { code: 'recused' }
  | { code: 'opinions-missing'; have: number; need: number }
  | { code: 'opinion-given' };

/**
 * The one rule that says no: whether this act may be taken now, by this person, on what they saw; null where it may.
 * Four eyes: who handed an application in does not accept it, who signed or uploaded does not verify, who verified does not countersign, who drafted does not approve.
 */
export function refusal(city: Onboarding, act: Act): Refusal | null {
  const { stage } = city;
  if (isClosed(stage)) return { code: 'ended', stage: stage.stage };
  // Neither what somebody saw before it changed, nor what nobody can have seen yet, is decided on.
  if (act.version !== undefined && (act.version < city.changed || act.version > city.version))
    return { code: 'stale', version: city.version };
  if (tooMany(city, act)) return { code: 'too-many' };
  if (city.recused?.includes(act.actor)) return { code: 'recused' };
  if (releasesGathered(city, act)) return null;
  if (act.decision.kind === 'gather') return gatherRefusal(city);
  return onHoldRefusal(city, act) ?? refusedHere(city, act);
}

function refusedHere(city: Onboarding, { decision, actor }: Act): Refusal | null {
  const { stage, pending } = city;
  if (isOfTheLetter(decision)) {
    // A letter that has lapsed can be sent again with a new last day, and stands open then.
    const lapsed = stage.stage === 'lapsed' && decision.kind === 'resend' && decision.until ? stage.from : stage;
    return lapsed.stage === 'letter' ? letterRefusal(lapsed, decision, actor) : wrongStage(stage);
  }
  switch (decision.kind) {
    case 'hold':
    case 'resume':
    case 'wait':
    case 'extend':
    case 'reopen':
      return timeRefusal(city, decision);
    case 'withdraw':
      return stage.stage === 'announcement' && stage.claim.kind === 'held'
        ? { code: 'publishing', announcement: stage.claim.announcement }
        : null;
    case 'supersede':
      return supersedeRefusal(stage);
    case 'gather':
    case 'ask-link':
    case 'ask-city':
    case 'reply':
    case 'recuse':
      return null;
    case 'accept':
    case 'return':
    case 'reject':
    case 'opinion':
    case 'answer':
      return reviewRefusal(city, decision, actor);
    case 'tell':
    case 'take-back':
      return pending ? null : { code: 'nothing-pending' };
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
