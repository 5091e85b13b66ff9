import type { Step } from '../events.ts';
import { type CasePage, opened, parts, type State, withSeen } from '../state.ts';
import { partLines, partRows } from '../view/case-view.ts';
import { actKey } from './act-keys.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** What a key does on the page of a case. */
export function caseKey(state: State, page: CasePage, pressed: Pressed): Step {
  const at = parts.indexOf(page.part);
  switch (pressed.does) {
    case 'part':
      return [withSeen(state, { ...page, part: parts[Number(pressed.key) - 1] ?? page.part, scrolled: 0 })];
    case 'next-part':
      return [withSeen(state, { ...page, part: parts[(at + 1) % parts.length] ?? page.part, scrolled: 0 })];
    case 'part-before':
      return [
        withSeen(state, { ...page, part: parts[(at + parts.length - 1) % parts.length] ?? page.part, scrolled: 0 }),
      ];
    case 'palette':
      return [opened(state, { page: 'palette', subject: { about: 'case', case: page.case }, filter: '', selected: 0 })];
    case null:
      return actKey(state, { about: 'case', case: page.case }, pressed.key, pressed.id);
    default: {
      const window = partRows(state);
      const last = Math.max(0, partLines(state, page).length - window);
      return [withSeen(state, { ...page, scrolled: scrolledTo(page.scrolled, pressed.does, { last, window }) })];
    }
  }
}
