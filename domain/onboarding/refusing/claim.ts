import type { Decision } from '../acts.ts';
import type { Refusal } from '../refusal.ts';
import type { Stage } from '../state.ts';
import { wrongStage } from './wrong-stage.ts';

/** Whether an announcement may take the city in or let it go: one at a time, and none while it is being published. */
export function claimRefusal(
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
