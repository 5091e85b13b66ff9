import { ask, type Step } from '../events.ts';
import { type Inbox, opened, type State, views, withSeen } from '../state.ts';
import { inboxRows } from '../view/inbox-view.ts';
import { beginComposing } from './compose-keys.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** What a key does in the list of cases. */
export function inboxKey(state: State, page: Inbox, pressed: Pressed): Step {
  if (page.typing) return typed(state, page, pressed);
  const rows = page.rows ?? [];
  switch (pressed.does) {
    case 'open':
      return openSelected(state, page);
    case 'view':
      return look(state, page, views[Number(pressed.key) - 1] ?? page.view);
    case 'next-view':
      return look(state, page, views[(views.indexOf(page.view) + 1) % views.length] ?? page.view);
    case 'view-before':
      return look(state, page, views[(views.indexOf(page.view) + views.length - 1) % views.length] ?? page.view);
    case 'filter':
      return filtered(state, { ...page, typing: true }, '');
    case 'clear':
      return page.filter === '' ? [state] : filtered(state, { ...page, typing: false }, '');
    case 'compose':
      return beginComposing(state);
    case 'announcements':
      return [opened(state, { page: 'announcements', selected: 0 }), ask({ about: 'announcements' })];
    case 'outbox':
      return [opened(state, { page: 'outbox', rows: null, selected: 0 }), ask({ about: 'outbox' })];
    case 'office':
      return [opened(state, { page: 'palette', subject: { about: 'office' }, filter: '', selected: 0 })];
    case 'leave':
      return [state, { kind: 'leave', interrupted: false }];
    default: {
      const selected = scrolledTo(page.selected, pressed.does, { last: rows.length - 1, window: inboxRows(state) });
      return [withSeen(state, { ...page, selected })];
    }
  }
}

/** Opens the selected case; where its list is not there yet, once it is. */
export function openSelected(state: State, page: Inbox): Step {
  if (page.awaits !== 'nothing') return [withSeen(state, { ...page, awaits: 'rows-to-open' })];
  const row = page.rows?.[page.selected];
  if (!row) return [state];
  return [
    opened(state, { page: 'case', case: row.id, name: row.name, part: 'timeline', file: null, scrolled: 0 }),
    ask({ about: 'case', case: row.id }),
  ];
}

function look(state: State, page: Inbox, view: Inbox['view']): Step {
  if (view === page.view) return [withSeen(state, { ...page, chosen: true })];
  return [
    withSeen(state, { ...page, view, chosen: true, rows: null, selected: 0 }),
    ask({ about: 'list', view, filter: page.filter }),
  ];
}

function typed(state: State, page: Inbox, { does, key, text }: Pressed): Step {
  if (does === 'keep') return [withSeen(state, { ...page, typing: false })];
  if (does === 'clear') return filtered(state, { ...page, typing: false }, '');
  if (key === 'backspace') return filtered(state, page, page.filter.slice(0, -1));
  return text === '' ? [state] : filtered(state, page, page.filter + text);
}

function filtered(state: State, page: Inbox, filter: string): Step {
  if (filter === page.filter) return [withSeen(state, page)];
  return [
    withSeen(state, { ...page, filter, selected: 0, awaits: 'rows' }),
    ask({ about: 'list', view: page.view, filter }),
  ];
}
