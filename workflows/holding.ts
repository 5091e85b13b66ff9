import type { SignalDefinition } from '@temporalio/common';
import { getExternalWorkflowHandle, TemporalFailure } from '@temporalio/workflow';
import type { AnnouncementId, CaseId } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { recordCase } from './activities.ts';
import { announcementAddress, onboardingAddress } from './addresses.ts';
import { cityLeft, cityReady, holdsStill } from './messages.ts';

// A city is announced by the first edition; later ones correct what is published and claim nobody.
const firstEdition = 1;

/**
 * Tells an announcement that is about to publish whether the city holds still for it, or is no longer in it. One that has
 * ended meanwhile waits for no answer; that must not end the city's own story.
 */
export async function answerHold(announcement: AnnouncementId, city: CaseId, held: boolean): Promise<void> {
  const handle = getExternalWorkflowHandle(announcementAddress(announcement, firstEdition));
  await handle.signal(held ? holdsStill : cityLeft, city).catch(unlessEnded);
}

/** Tells an announcement that waits for the city whether it is ready, or is not in it; while it is on its way, it says nothing. */
export async function answerGathering(announcement: AnnouncementId, city: Onboarding): Promise<void> {
  const { case: id, stage, gatheredBy } = city;
  // Written down first, so that whoever composes finds its words.
  await recordCase(city);
  const isClaimed =
    stage.stage === 'announcement' && stage.claim.kind !== 'free' && stage.claim.announcement === announcement;
  if (isClaimed) await tellReady(announcement, id);
  else if (gatheredBy !== announcement) await leave(announcement, id);
}

/** Tells an announcement that a city which it waits for is ready. */
export async function tellReady(announcement: AnnouncementId, city: CaseId): Promise<void> {
  const handle = getExternalWorkflowHandle(announcementAddress(announcement, firstEdition));
  await handle.signal(cityReady, city).catch(unlessEnded);
}

/** Tells an announcement that a city has left it. */
export async function leave(announcement: AnnouncementId, city: CaseId): Promise<void> {
  await answerHold(announcement, city, false);
}

/** Tells each city of an announcement the same thing; answers with those that cannot be reached, because their case has ended. */
export async function tellCities(
  cases: readonly CaseId[],
  message: SignalDefinition<[AnnouncementId]>,
  announcement: AnnouncementId,
): Promise<CaseId[]> {
  const told = await Promise.allSettled(
    cases.map((city) => getExternalWorkflowHandle(onboardingAddress(city)).signal(message, announcement)),
  );
  return cases.filter((_, index) => told[index]?.status === 'rejected');
}

function unlessEnded(error: unknown): void {
  if (!(error instanceof TemporalFailure)) throw error;
}
