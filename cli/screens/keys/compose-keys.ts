import { ask, type Step } from '../events.ts';
import { type ComposePage, opened, type State, withSeen } from '../state.ts';
import { composeRows } from '../view/compose-view.ts';
import { beginOwn } from './act-keys.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** Opens the choice of cities that are announced together. */
export function beginComposing(state: State): Step {
  return [opened(state, { page: 'compose', rows: null, chosen: [], selected: 0 }), ask({ about: 'candidates' })];
}

/** What a key does while cities are chosen. */
export function composeKey(state: State, page: ComposePage, pressed: Pressed): Step {
  const rows = composeRows(page);
  const city = rows[page.selected]?.city;
  switch (pressed.does) {
    case 'mark':
      return city === undefined ? [state] : [withSeen(state, { ...page, chosen: toggled(page.chosen, city) })];
    case 'earlier':
    case 'later':
      return [withSeen(state, moved(page, city, pressed.does === 'earlier' ? -1 : 1))];
    case 'go-on':
      if (page.chosen.length === 0)
        return [{ ...state, notice: { sign: 'x', text: 'Choose at least one city: Space takes it in.' } }];
      return beginOwn(state, 'compose', pressed.id);
    default: {
      const window = state.size.rows - 8;
      return [
        withSeen(state, {
          ...page,
          selected: scrolledTo(page.selected, pressed.does, { last: rows.length - 1, window }),
        }),
      ];
    }
  }
}

function toggled(chosen: readonly string[], city: string): string[] {
  return chosen.includes(city) ? chosen.filter((one) => one !== city) : [...chosen, city];
}

/** A chosen city one place earlier or later; the cursor stays on it. */
function moved(page: ComposePage, city: string | undefined, step: 1 | -1): ComposePage {
  const from = city === undefined ? -1 : page.chosen.indexOf(city);
  const to = from + step;
  const other = page.chosen[to];
  if (from < 0 || city === undefined || other === undefined) return page;
  const chosen = page.chosen.with(to, city).with(from, other);
  const selected = composeRows({ ...page, chosen }).findIndex((row) => row.city === city);
  return { ...page, chosen, selected };
}
