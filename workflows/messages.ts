import type { UpdateDefinition } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { AnnouncementAct, AnnouncementDecision } from '../domain/announcement/acts.ts';
import type { Announcement } from '../domain/announcement/state.ts';
import type { AnnouncementId, CaseId, Instant } from '../domain/ids.ts';
import type { Act, DecisionKind } from '../domain/onboarding/acts.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';

/** How an onboarding begins: as it stands (an application, or a case taken up elsewhere), and the moment by the door's clock. */
export type OnboardingStart = { city: Onboarding; at: Instant };
/** How an edition of an announcement begins: as it stands, at any step, and the moment by the door's clock. */
export type AnnouncementStart = { announcement: Announcement; at: Instant };

/** The failure's type of an act that a rule refuses; its one detail is the `Refusal`. */
export const refused = 'refused';

/** One Update for each decision; it answers with the case as it is afterwards. */
export function decision(kind: DecisionKind): UpdateDefinition<Onboarding, [Act]> {
  return defineUpdate<Onboarding, [Act]>(kind);
}

export function announcementDecision(
  kind: AnnouncementDecision['kind'],
): UpdateDefinition<Announcement, [AnnouncementAct]> {
  return defineUpdate<Announcement, [AnnouncementAct]>(kind);
}

export const currentOnboarding = defineQuery<Onboarding>('current-onboarding');
export const currentAnnouncement = defineQuery<Announcement>('current-announcement');

// Between workflows. Before it publishes, an announcement asks each of its cities to hold still; a city answers, or has left.
/** An announcement waits for this city; the city says when it is ready, or that it is not in it. */
export const gathers = defineSignal<[AnnouncementId]>('gathers');
export const cityReady = defineSignal<[CaseId]>('city-ready');
export const hold = defineSignal<[AnnouncementId]>('hold');
export const holdNoLonger = defineSignal<[AnnouncementId]>('hold-no-longer');
export const letGo = defineSignal<[AnnouncementId]>('let-go');
export const announced = defineSignal<[AnnouncementId]>('announced');
export const holdsStill = defineSignal<[CaseId]>('holds-still');
export const cityLeft = defineSignal<[CaseId]>('city-left');
