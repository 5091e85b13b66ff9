import type { ActorId } from '../../ids.ts';
import type { Taken } from '../acts.ts';
import type { Refusal } from '../refusal.ts';
import type { Stage } from '../state.ts';
import { wrongStage } from './wrong-stage.ts';

/** Refuses to accept what is not in review with the staff, and whoever handed the application in for the city. */
export function acceptRefusal(stage: Stage, acts: readonly Taken[], actor: ActorId): Refusal | null {
  if (stage.stage !== 'review' || stage.waitsFor !== 'staff') return wrongStage(stage);
  const handedIn = acts.find((act) => 'paper' in act && act.paper === stage.application);
  return handedIn?.actor === actor ? { code: 'own-work', rule: 'accepter-applied' } : null;
}
