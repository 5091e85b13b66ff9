import type { Instant } from '../../domain/ids.ts';
import type { Question } from './events.ts';
import type { Values } from './form.ts';
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

export type Size = { columns: number; rows: number };

/** All that the screens know: what was answered, where one is, and what was typed. Drawn by `view`, changed by `update`. */
export type State = {
  size: Size;
  now: Instant;
  /** The reader's own time zone. */
  zone: string;
  /** The service's address, as it is shown. */
  host: string;
  me: Me | null;
  link: Link;
  counts: Counts | null;
  announcements: AnnouncementLine[] | null;
  staff: Colleague[];
  /** Where one is; the last is seen, the one before is behind `Esc`. */
  pages: [Inbox, ...Page[]];
  notice: Notice | null;
  /** What was typed in a dialog that was closed, by its act and what that is about. */
  drafts: Record<string, Values>;
};

/** Whether the service answers. `since` and `next` are kept while it does not; what was answered before stays readable. */
export type Link =
  | { kind: 'asking' }
  | { kind: 'live'; at: Instant }
  | { kind: 'lost'; since: Instant; tries: number; next: Instant; why: string }
  | { kind: 'closed'; why: string };

/** One line that answers the last key. */
export type Notice = { sign: '+' | 'x' | '!'; text: string };

export type Page =
  | Inbox
  | CasePage
  | AnnouncementsPage
  | AnnouncementPage
  | ComposePage
  | ReaderPage
  | OutboxPage
  | DialogPage
  | PalettePage
  | HelpPage;

export type Inbox = {
  page: 'inbox';
  view: Views;
  /** Somebody has chosen the view; until then an empty one gives way to one with work in it. */
  chosen: boolean;
  /** What the list is narrowed to, and whether it is being typed. */
  filter: string;
  typing: boolean;
  rows: Row[] | null;
  selected: number;
  /** The rows are not those of this filter yet: nothing of them is opened, but what was asked for is once they are. */
  awaits: 'nothing' | 'rows' | 'rows-to-open';
};

export const parts = ['timeline', 'facts', 'letter', 'statement', 'mails', 'papers', 'notes'] as const;
export type Part = (typeof parts)[number];

export type CasePage = {
  page: 'case';
  case: string;
  /** The name it had in the list, so that something is seen before the answer comes. */
  name: string;
  part: Part;
  file: CaseFile | null;
  scrolled: number;
};

/** What an act is about. */
export type Subject = { about: 'case'; case: string } | { about: 'announcement'; id: string } | { about: 'office' };

/** An act on its way: what was typed so far, the version that was seen when it began, and how it went. */
export type DialogPage = {
  page: 'dialog';
  act: string;
  subject: Subject;
  /** Made once, so that the act is one act however often it is sent. */
  id: string;
  version: number;
  /** How many acts were known when it began: those after it are what changed meanwhile. */
  knew: number;
  values: Values;
  /** Which field is typed in, and where in it. */
  focus: number;
  at: number;
  phase: Phase;
};

export type Phase =
  | { is: 'filling' }
  | { is: 'sending' }
  | { is: 'refused'; message: string; who: string[] }
  | { is: 'lacking'; what: string[] };

/** Any act by its name; those that are not possible now stay listed, with the reason. */
export type PalettePage = { page: 'palette'; subject: Subject; filter: string; selected: number };

export type AnnouncementsPage = { page: 'announcements'; selected: number };

export const announcementParts = ['cities', 'article', 'receipts', 'editions', 'events'] as const;
export type AnnouncementPart = (typeof announcementParts)[number];

export type AnnouncementPage = {
  page: 'announcement';
  id: string;
  name: string;
  part: AnnouncementPart;
  file: AnnouncementFile | null;
  scrolled: number;
};

/** Which cities are announced together, in which order; `chosen` holds the ids of cities. */
export type ComposePage = { page: 'compose'; rows: Row[] | null; chosen: string[]; selected: number };
export type OutboxPage = { page: 'outbox'; rows: Outgoing[] | null; selected: number };

/** A text to read: a mail as it went out, the words of a letter. */
export type ReaderPage = {
  page: 'reader';
  title: string;
  what: Question;
  paragraphs: string[] | null;
  scrolled: number;
};

export type HelpPage = { page: 'help'; of: Page['page']; scrolled: number };

export const views = ['mine', 'team', 'cities', 'overdue', 'ready', 'all'] as const satisfies readonly Views[];

/** What is known before anything was asked. */
export function beginning(place: { size: Size; now: Instant; zone: string; host: string }): State {
  return {
    ...place,
    me: null,
    link: { kind: 'asking' },
    counts: null,
    announcements: null,
    staff: [],
    pages: [
      {
        page: 'inbox',
        view: 'mine',
        chosen: false,
        filter: '',
        typing: false,
        rows: null,
        selected: 0,
        awaits: 'nothing',
      },
    ],
    notice: null,
    drafts: {},
  };
}

/** The page that is seen. */
export function seen(state: State): Page {
  return state.pages.at(-1) ?? state.pages[0];
}

/** The state with another page in place of the one that is seen. */
export function withSeen(state: State, page: Page): State {
  const [inbox, ...others] = state.pages;
  if (others.length === 0) return { ...state, pages: [page.page === 'inbox' ? page : inbox] };
  return { ...state, pages: [inbox, ...others.slice(0, -1), page] };
}

/** The state with one more page upon the others. */
export function opened(state: State, page: Page): State {
  return { ...state, pages: [...state.pages, page], notice: null };
}

/** The state without the page that is seen; the inbox stays. */
export function closed(state: State): State {
  const [inbox, ...others] = state.pages;
  return { ...state, pages: [inbox, ...others.slice(0, -1)], notice: null };
}
