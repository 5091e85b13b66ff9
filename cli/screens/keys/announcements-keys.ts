import { ask, type Step } from '../events.ts';
import { type AnnouncementsPage, opened, type State, withSeen } from '../state.ts';
import { beginComposing } from './compose-keys.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** What a key does in the list of announcements. */
export function announcementsKey(state: State, page: AnnouncementsPage, pressed: Pressed): Step {
  const rows = state.announcements ?? [];
  const row = rows[page.selected];
  switch (pressed.does) {
    case 'open':
      return row ? openAnnouncement(state, row.id, row.title) : [state];
    case 'compose':
      return beginComposing(state);
    default: {
      const selected = scrolledTo(page.selected, pressed.does, { last: rows.length - 1, window: state.size.rows - 8 });
      return [withSeen(state, { ...page, selected })];
    }
  }
}

export function openAnnouncement(state: State, id: string, name: string): Step {
  return [
    opened(state, { page: 'announcement', id, name, part: 'cities', file: null, scrolled: 0 }),
    ask({ about: 'announcement', id }),
  ];
}
