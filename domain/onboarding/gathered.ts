import type { AnnouncementId } from '../ids.ts';
import type { Act } from './acts.ts';
import type { Refusal } from './refusal.ts';
import { wrongStage } from './refusing/wrong-stage.ts';
import type { Onboarding } from './state.ts';

/** Whether an announcement may wait for this city: it is on its way, and no other one waits for it. */
export function gatherRefusal({ stage, gatheredBy }: Onboarding): Refusal | null {
  if (gatheredBy !== undefined) return { code: 'claimed', announcement: gatheredBy };
  return stage.stage === 'announcement' ? wrongStage(stage) : null;
}

/** A city for which an announcement waits is claimed by it at the moment at which it is ready. */
export function claimedOnceReady(city: Onboarding): Onboarding {
  const { gatheredBy, ...rest } = city;
  const { stage } = rest;
  if (gatheredBy === undefined || stage.stage !== 'announcement') return city;
  return { ...rest, stage: { ...stage, claim: { kind: 'claimed', announcement: gatheredBy } } };
}

/** The city once an announcement waits for it no longer; null where that one does not wait for it. */
export function noLongerGathered(city: Onboarding, announcement: AnnouncementId): Onboarding | null {
  const { gatheredBy, ...rest } = city;
  return gatheredBy === announcement ? rest : null;
}

/** Whether this act gives back a city that the announcement only waits for. */
export function releasesGathered({ gatheredBy }: Onboarding, { decision }: Act): boolean {
  return decision.kind === 'release' && decision.announcement === gatheredBy;
}
