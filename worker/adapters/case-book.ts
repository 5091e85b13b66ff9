import type { CaseBook } from '../../activities/cases.ts';
import { writeAnnouncement } from '../../records/announcements.ts';
import { writeCase } from '../../records/cases.ts';
import type { Database } from '../../records/schema.ts';

export function createCaseBook(database: Database): CaseBook {
  return {
    writeCase: (city) => writeCase(database, city),
    writeAnnouncement: (announcement) => writeAnnouncement(database, announcement),
  };
}
