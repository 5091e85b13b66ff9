import type { Question } from './events.ts';
import { type State, seen } from './state.ts';

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
        ...(state.me ? [] : [{ about: 'me' } as const]),
      ];
    case 'case':
      return [{ about: 'case', case: page.case }];
    case 'dialog':
    case 'palette':
      return [{ about: 'case', case: page.subject.case }];
    default:
      return page satisfies never;
  }
}
