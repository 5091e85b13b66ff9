import type { AnnouncementId, CaseId } from '../domain/ids.ts';

/** Where the worker listens. */
export const taskQueue = 'oasc';

/** The workflow of a case; a case id is never used twice, so neither is this. */
export function onboardingAddress(caseId: CaseId): string {
  return `onboarding/${caseId}`;
}

/** The workflow of one edition of an announcement. */
export function announcementAddress(announcement: AnnouncementId, edition: number): string {
  return `announcement/${announcement}/${edition}`;
}
