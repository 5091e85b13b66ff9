import type { Day, Deadline, Instant, Sha256 } from '../../domain/ids.ts';

/**
 * A mail to one person of a city. `city` is the authority's name as people know it. Links and codes are the real ones
 * when a mail is sent, and placeholders such as `[link]` in the copy that staff see.
 */
export type Mail = { city: string } & (
  | { kind: 'application-received'; reference: string; at: Instant; zone: string; answerBy: Deadline; link: string }
  | { kind: 'changes-wanted'; reason: string; reviewer: string; by: Deadline; link: string }
  | { kind: 'answers-received'; answerBy: Deadline; link: string }
  | { kind: 'rejected'; reason: string; link: string }
  | { kind: 'superseded'; reference: string; link: string }
  | { kind: 'question'; question: string; asker: string; link: string }
  | { kind: 'reply'; question: string; reply: string; replier: string; link: string }
  | { kind: 'withdrawn'; link: string }
  | {
      kind: 'letter-to-sign';
      signatory: string;
      title: string;
      by: Deadline;
      fingerprint: Sha256;
      link: string;
      /** Absent in the copy of a mail whose letter is not made yet. */
      pages?: number;
    }
  | { kind: 'letter-returned'; reason: string; by: Deadline; link: string }
  | { kind: 'code'; code: string; purpose: 'letter' | 'words'; until: Deadline; fingerprint: Sha256; link: string }
  | {
      kind: 'reminder';
      what: 'answers' | 'letter' | 'statement' | 'words';
      by: Deadline;
      number: number;
      of: number;
      link: string;
    }
  | { kind: 'lapsed'; what: 'answers' | 'letter'; link: string }
  | { kind: 'letter-void'; reason: string; link: string }
  | { kind: 'letter-reissued'; reason: string; by: Deadline; fingerprint: Sha256; link: string; pages: number }
  | { kind: 'extended'; what: 'answers' | 'letter' | 'statement' | 'words' | 'others'; by: Deadline; link: string }
  | { kind: 'runs-out'; what: 'letter' | 'others'; by: Deadline; link: string }
  | { kind: 'on-hold'; reason: string; until: Deadline; link: string }
  | { kind: 'resumed'; waitsFor: 'city' | 'staff'; by: Deadline; link: string }
  | { kind: 'declined'; link: string }
  | { kind: 'member'; memberSince: Day; statementBy: Deadline; link: string; statusLink: string }
  | { kind: 'words-to-confirm'; speaker: string; by: Deadline; link: string }
  | { kind: 'words-returned'; reason: string; by: Deadline; link: string }
  | { kind: 'words-agreed'; link: string }
  | { kind: 'waived'; what: 'statement' | 'announcement'; link: string }
  | { kind: 'announced'; title: string; address: string; link: string }
  | { kind: 'new-link'; purpose: 'status' | 'letter' | 'statement' | 'words'; link: string; until: Deadline }
);
