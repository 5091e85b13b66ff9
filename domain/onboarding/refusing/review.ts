import type { ActorId } from '../../ids.ts';
import type { Decision } from '../acts.ts';
import type { Refusal } from '../refusal.ts';
import type { Onboarding } from '../state.ts';
import { acceptRefusal } from './accept.ts';
import { wrongStage } from './wrong-stage.ts';

type ReviewDecision = Extract<Decision, { kind: 'accept' | 'return' | 'reject' | 'opinion' | 'answer' }>;

/** What the rules of the review say: whose turn it is, and whether as many reviewers have spoken as the network asks for. */
export function reviewRefusal(city: Onboarding, decision: ReviewDecision, actor: ActorId): Refusal | null {
  const { stage, acts, opinions = [], reviewers = 1 } = city;
  const turn = decision.kind === 'answer' ? 'city' : 'staff';
  if (stage.stage !== 'review' || stage.waitsFor !== turn) return wrongStage(stage);
  if (decision.kind === 'opinion') return opinions.includes(actor) ? { code: 'opinion-given' } : null;
  if (decision.kind === 'answer' || decision.kind === 'return') return null;
  if (reviewers > 1 && opinions.length < reviewers)
    return { code: 'opinions-missing', have: opinions.length, need: reviewers };
  return decision.kind === 'accept' ? acceptRefusal(stage, acts, actor) : null;
}
