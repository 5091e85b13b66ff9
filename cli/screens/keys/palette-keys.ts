import type { Step } from '../events.ts';
import { closed, type PalettePage, type State, withSeen } from '../state.ts';
import { paletteOffers } from '../view/palette-view.ts';
import { begin } from './act-keys.ts';
import type { Pressed } from './scrolling.ts';

/** What a key does while an act is looked for by its name. */
export function paletteKey(state: State, page: PalettePage, { does, key, text, id }: Pressed): Step {
  const offers = paletteOffers(state, page);
  const picked = offers[page.selected];
  const last = Math.max(0, offers.length - 1);
  switch (does) {
    case 'run':
      return picked ? begin(picked.may ? closed(state) : state, page.subject, picked, id) : [state];
    case 'down':
      return [withSeen(state, { ...page, selected: Math.min(last, page.selected + 1) })];
    case 'up':
      return [withSeen(state, { ...page, selected: Math.max(0, page.selected - 1) })];
    default: {
      const filter = key === 'backspace' || key === 'delete' ? page.filter.slice(0, -1) : page.filter + text;
      return [withSeen(state, { ...page, filter, selected: 0 })];
    }
  }
}
