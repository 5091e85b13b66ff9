import { ask, type Step } from '../events.ts';
import { type OutboxPage, opened, type State, withSeen } from '../state.ts';
import { openAnnouncement } from './announcements-keys.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** What a key does in the list of what has not gone out. */
export function outboxKey(state: State, page: OutboxPage, { does }: Pressed): Step {
  const rows = page.rows ?? [];
  const row = rows[page.selected];
  if (does === 'open') {
    if (!row) return [state];
    if (row.of === 'announcement') return openAnnouncement(state, row.id, row.name);
    const { id, name } = row;
    return [
      opened(state, { page: 'case', case: id, name, part: 'mails', file: null, scrolled: 0 }),
      ask({ about: 'case', case: id }),
    ];
  }
  const selected = scrolledTo(page.selected, does, { last: rows.length - 1, window: state.size.rows - 8 });
  return [withSeen(state, { ...page, selected })];
}
