import type { Question } from './events.ts';
import { type State, type Subject, seen } from './state.ts';

/** What is asked again and again while a page is seen, so that it stays fresh. */
export function questionsOf(state: State): Question[] {
  const page = seen(state);
  const [inbox] = state.pages;
  switch (page.page) {
    case 'inbox':
    case 'help':
      return [
        { about: 'list', view: inbox.view, filter: inbox.filter },
        { about: 'counts' },
        ...(state.me ? [] : [{ about: 'me' } as const, { about: 'staff' } as const]),
      ];
    case 'case':
      return [{ about: 'case', case: page.case }];
    case 'announcements':
      return [{ about: 'announcements' }];
    case 'announcement':
      return [{ about: 'announcement', id: page.id }];
    case 'reader':
      return page.paragraphs === null ? [page.what] : [];
    case 'outbox':
      return [{ about: 'outbox' }];
    case 'compose':
      return [{ about: 'candidates' }];
    case 'dialog':
    case 'palette':
      return questionsAbout(page.subject);
    default:
      return page satisfies never;
  }
}

/** What is asked to know a subject anew. */
export function questionsAbout(subject: Subject): Question[] {
  switch (subject.about) {
    case 'case':
      return [{ about: 'case', case: subject.case }];
    case 'announcement':
      return [{ about: 'announcement', id: subject.id }];
    case 'office':
      return [{ about: 'me' }, { about: 'staff' }];
    default:
      return subject satisfies never;
  }
}
