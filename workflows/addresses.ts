import type { AnnouncementId, CaseId } from '../domain/ids.ts';

/** Where the worker listens. */
export const taskQueue = 'oasc';

/**
 * How long a worker may take for one step of a story before another worker does it again: with Temporal's ten seconds, a
 * worker that is killed while it takes an act lets its person wait for ten.
 */
export const taskTimeout = '5 seconds';

/** The workflow of a case; a case id is never used twice, so neither is this. */
export function onboardingAddress(caseId: CaseId): string {
  return `onboarding/${caseId}`;
}

/** The workflow of one edition of an announcement. */
export function announcementAddress(announcement: AnnouncementId, edition: number): string {
  return `announcement/${announcement}/${edition}`;
}
