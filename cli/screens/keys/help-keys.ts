import type { Step } from '../events.ts';
import { type HelpPage, type State, withSeen } from '../state.ts';
import { helpLines } from '../view/help-view.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** What a key does on the help page. */
export function helpKey(state: State, page: HelpPage, { does }: Pressed): Step {
  const window = state.size.rows - 4;
  const last = Math.max(0, helpLines(page.of).length - window);
  return [withSeen(state, { ...page, scrolled: scrolledTo(page.scrolled, does, { last, window }) })];
}
