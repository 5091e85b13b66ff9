import type { Step } from '../events.ts';
import { type ReaderPage, type State, withSeen } from '../state.ts';
import { readerLines, readerRows } from '../view/reader-view.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** What a key does while a text is read. */
export function readerKey(state: State, page: ReaderPage, { does }: Pressed): Step {
  const window = readerRows(state);
  const last = Math.max(0, readerLines(state, page).length - window);
  return [withSeen(state, { ...page, scrolled: scrolledTo(page.scrolled, does, { last, window }) })];
}
