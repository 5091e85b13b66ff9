import type { Step } from '../events.ts';
import { type AnnouncementPage, announcementParts, opened, type State, type Subject, withSeen } from '../state.ts';
import { announcementLines, announcementRows } from '../view/announcement-view.ts';
import { actKey } from './act-keys.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** What a key does on the page of an announcement. */
export function announcementKey(state: State, page: AnnouncementPage, pressed: Pressed): Step {
  const at = announcementParts.indexOf(page.part);
  const count = announcementParts.length;
  const subject: Subject = { about: 'announcement', id: page.id };
  const look = (part: number): Step => [
    withSeen(state, { ...page, part: announcementParts[part] ?? page.part, scrolled: 0 }),
  ];
  switch (pressed.does) {
    case 'part':
      return look(Number(pressed.key) - 1);
    case 'next-part':
      return look((at + 1) % count);
    case 'part-before':
      return look((at + count - 1) % count);
    case 'palette':
      return [opened(state, { page: 'palette', subject, filter: '', selected: 0 })];
    case 'open':
      return [
        state,
        {
          kind: 'save',
          path: `/announcements/${encodeURIComponent(page.id)}/preview`,
          name: `preview ${page.file?.slug ?? ''}`,
        },
      ];
    case null:
      return actKey(state, subject, pressed.key, pressed.id);
    default: {
      const window = announcementRows(state);
      const last = Math.max(0, announcementLines(state, page).length - window);
      return [withSeen(state, { ...page, scrolled: scrolledTo(page.scrolled, pressed.does, { last, window }) })];
    }
  }
}
