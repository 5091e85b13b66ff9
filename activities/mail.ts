import type { ActorId, AnnouncementId, CaseId, Day, Deadline, Instant, PaperId, Sha256 } from '../domain/ids.ts';
import { aliveWithoutPersons } from './failures.ts';

/** One mail to one person of a city, by ids only; names, words and links are put in where it is written. */
export type MailOrder = { id: string; case: CaseId; to: Addressee; at: Instant; content: MailContent };
/** The mayor's office is the main contact where the city named no office. */
export type Addressee = 'main' | 'mayor-office' | { person: ActorId };

export type MailContent =
  | { kind: 'application-received' | 'answers-received'; by: Deadline }
  | { kind: 'changes-wanted' | 'letter-returned' | 'words-returned'; paper: PaperId; by: Deadline }
  | { kind: 'rejected'; paper: PaperId }
  | { kind: 'superseded'; into: CaseId }
  | { kind: 'question'; paper: PaperId }
  | { kind: 'reply'; paper: PaperId; question: string }
  | { kind: 'withdrawn' | 'declined' | 'words-agreed' }
  | { kind: 'letter-to-sign'; sha256: Sha256; pages: number; by: Deadline }
  | { kind: 'code'; code: string; purpose: 'letter' | 'words'; sha256: Sha256; until: Deadline }
  | { kind: 'reminder'; what: Awaited; number: number; of: number; by: Deadline }
  | { kind: 'lapsed'; what: 'answers' | 'letter' }
  | { kind: 'letter-void'; paper: PaperId }
  | { kind: 'letter-reissued'; paper: PaperId; sha256: Sha256; pages: number; by: Deadline }
  | { kind: 'extended'; what: Awaited | 'others'; by: Deadline }
  | { kind: 'runs-out'; what: 'letter' | 'others'; by: Deadline }
  | { kind: 'on-hold'; paper: PaperId; until: Deadline }
  | { kind: 'resumed'; waitsFor: 'city' | 'staff'; by: Deadline }
  | { kind: 'member'; memberSince: Day; by: Deadline }
  | { kind: 'words-to-confirm'; by: Deadline }
  | { kind: 'waived'; what: 'statement' | 'announcement' }
  | { kind: 'announced'; announcement: AnnouncementId }
  | { kind: 'new-link'; link: string };

/** What a city can be reminded of; `others` is for the main contact, when the letter waits for somebody else. */
export type Awaited = 'answers' | 'letter' | 'statement' | 'words';

export type Mailroom = { send(order: MailOrder): Promise<void> };

export const mailActivities = (mailroom: Mailroom) => ({
  /** Writes, keeps and sends one mail, with a receipt before and after; the same order again sends the same bytes. */
  sendMail: (order: MailOrder): Promise<void> => aliveWithoutPersons(() => mailroom.send(order)),
});
