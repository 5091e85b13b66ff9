import type { Instant } from '../../domain/ids.ts';
import type { Trouble } from '../trouble.ts';
import type { Sending } from './form.ts';
import type {
  AnnouncementFile,
  AnnouncementLine,
  CaseFile,
  Colleague,
  Counts,
  Me,
  Outgoing,
  Row,
  Views,
} from './known.ts';
import type { Size, State } from './state.ts';

/** What the screens are told: keys, time, and answers of the service. */
export type Event =
  | { kind: 'key'; key: string; text: string; id: string }
  | { kind: 'resized'; size: Size }
  | { kind: 'ticked'; now: Instant }
  | { kind: 'answered'; answer: Answer; now: Instant }
  | { kind: 'sent'; dialog: string; done: string; answer: unknown; now: Instant }
  | { kind: 'unsent'; dialog: string; trouble: Trouble; now: Instant }
  | { kind: 'saved'; where: string }
  | { kind: 'notSaved'; trouble: Trouble }
  | { kind: 'written'; dialog: string; text: string }
  | { kind: 'failed'; question: Question; trouble: Trouble; now: Instant };

/** What the screens want done: to ask the service, to send it an act, to open the reader's own editor, or to leave. */
export type Effect =
  | { kind: 'ask'; question: Question }
  | { kind: 'send'; dialog: string; sending: Sending; done: string }
  | { kind: 'write'; dialog: string; text: string }
  | { kind: 'save'; path: string; name: string }
  | { kind: 'leave'; interrupted: boolean };

export type Question =
  | { about: 'me' }
  | { about: 'counts' }
  | { about: 'list'; view: Views; filter: string }
  | { about: 'announcements' }
  | { about: 'mail'; id: string }
  | { about: 'letter'; case: string }
  | { about: 'staff' }
  | { about: 'candidates' }
  | { about: 'outbox' }
  | { about: 'announcement'; id: string }
  | { about: 'case'; case: string };

export type Answer =
  | { about: 'me'; me: Me }
  | { about: 'counts'; counts: Counts }
  | { about: 'list'; view: Views; filter: string; rows: Row[] }
  | { about: 'announcements'; announcements: AnnouncementLine[] }
  | { about: 'text'; what: Question; paragraphs: string[] }
  | { about: 'staff'; staff: Colleague[] }
  | { about: 'candidates'; rows: Row[] }
  | { about: 'outbox'; rows: Outgoing[] }
  | { about: 'announcement'; id: string; file: AnnouncementFile }
  | { about: 'case'; case: string; file: CaseFile };

/** How the state goes on, and what is to be done. */
export type Step = [State, ...Effect[]];

export function ask(question: Question): Effect {
  return { kind: 'ask', question };
}
