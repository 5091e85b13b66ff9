import type { Trouble } from '../trouble.ts';
import { type Answer, ask, type Question, type Step } from './events.ts';
import { openSelected } from './keys/inbox-keys.ts';
import type { Counts } from './known.ts';
import type { Inbox, Link, Page, State } from './state.ts';

/** The state once the service has answered. What was asked for a page that has gone on is left out. */
export function answered(state: State, answer: Answer): Step {
  const live: State = { ...state, link: { kind: 'live', at: state.now } };
  switch (answer.about) {
    case 'me':
      return [{ ...live, me: answer.me }];
    case 'counts':
      return whereWorkIs({ ...live, counts: answer.counts }, answer.counts);
    case 'announcements':
      return [{ ...live, announcements: answer.announcements }];
    case 'list':
      return openedIfWanted(
        live,
        onEach(live, (page) => (page.page === 'inbox' ? listed(page, answer) : page)),
      );
    case 'text':
      return [
        onEach(live, (page) =>
          page.page === 'reader' && JSON.stringify(page.what) === JSON.stringify(answer.what)
            ? { ...page, paragraphs: answer.paragraphs }
            : page,
        ),
      ];
    case 'staff':
      return [{ ...live, staff: answer.staff }];
    case 'candidates':
      return [onEach(live, (page) => (page.page === 'compose' ? { ...page, rows: answer.rows } : page))];
    case 'outbox':
      return [onEach(live, (page) => (page.page === 'outbox' ? { ...page, rows: answer.rows } : page))];
    case 'announcement':
      return [
        onEach(live, (page) =>
          page.page === 'announcement' && page.id === answer.id ? { ...page, file: answer.file } : page,
        ),
      ];
    case 'case':
      return [
        onEach(live, (page) =>
          page.page === 'case' && page.case === answer.case ? { ...page, file: answer.file } : page,
        ),
      ];
    default:
      return answer satisfies never;
  }
}

/** Who opens the screens and has nothing of their own sees what waits for the whole office. */
function whereWorkIs(state: State, { views }: Counts): Step {
  const [inbox, ...others] = state.pages;
  if (inbox.chosen || inbox.view !== 'mine' || views.mine > 0 || views.team === 0) return [state];
  const pages: State['pages'] = [{ ...inbox, view: 'team', chosen: true, rows: null }, ...others];
  return [{ ...state, pages }, ask({ about: 'list', view: 'team', filter: inbox.filter })];
}

/** The state once a question was answered with a no, or not at all. */
export function failed(state: State, question: Question, trouble: Trouble): State {
  if (trouble.code === 'unreachable') return { ...state, link: lost(state, trouble.message) };
  if (trouble.refusal?.code === 'unauthorised') return { ...state, link: { kind: 'closed', why: trouble.message } };
  return { ...state, link: { kind: 'live', at: state.now }, notice: { sign: 'x', text: noticeOf(question, trouble) } };
}

/** After how many seconds the service is tried again, the first time, the second, and so on. */
const pauses = [1, 2, 4, 8, 15, 30];

function lost({ link, now }: State, why: string): Link {
  const tries = link.kind === 'lost' ? link.tries + 1 : 0;
  const pause = pauses[Math.min(tries, pauses.length - 1)] ?? 30;
  const since = link.kind === 'lost' ? link.since : link.kind === 'live' ? link.at : now;
  return { kind: 'lost', since, tries, next: new Date(Date.parse(now) + pause * 1000).toISOString(), why };
}

function noticeOf(question: Question, { message }: Trouble): string {
  return question.about === 'case' ? `${question.case}: ${message}` : message;
}

function listed(page: Inbox, answer: Extract<Answer, { about: 'list' }>): Inbox {
  if (page.view !== answer.view || page.filter !== answer.filter) return page;
  const before = page.rows?.[page.selected]?.id;
  const same = answer.rows.findIndex(({ id }) => id === before);
  const selected = same >= 0 ? same : Math.max(0, Math.min(page.selected, answer.rows.length - 1));
  return { ...page, rows: answer.rows, selected, awaits: 'nothing' };
}

/** Opens the case that somebody wanted to open before the list was there. */
function openedIfWanted(before: State, state: State): Step {
  const [inbox, ...others] = state.pages;
  const isWanted = before.pages[0].awaits === 'rows-to-open' && inbox.awaits === 'nothing' && others.length === 0;
  return isWanted ? openSelected(state, inbox) : [state];
}

function onEach(state: State, change: (page: Page) => Page): State {
  const [inbox, ...others] = state.pages;
  const first = change(inbox);
  return { ...state, pages: [first.page === 'inbox' ? first : inbox, ...others.map(change)] };
}
