import type { Announcement } from '../domain/announcement/state.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { withoutPersons } from './failures.ts';

/** Where rows and audit are written; an older version than the row's changes nothing. */
export type CaseBook = {
  writeCase(city: Onboarding): Promise<void>;
  writeAnnouncement(announcement: Announcement): Promise<void>;
};

export const caseActivities = (book: CaseBook) => ({
  /** Writes a case as it now is, with every act that is not in the audit yet. */
  recordCase: (city: Onboarding): Promise<void> => withoutPersons(() => book.writeCase(city)),
  /** Writes an announcement as it now is, with every act that is not in the audit yet. */
  recordAnnouncement: (announcement: Announcement): Promise<void> =>
    withoutPersons(() => book.writeAnnouncement(announcement)),
});
