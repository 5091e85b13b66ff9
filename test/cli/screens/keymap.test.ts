import { expect, test } from '@jest/globals';
import { bindingFor, hintsOf, keymap } from '../../../cli/screens/keymap.ts';
import { helpLines } from '../../../cli/screens/view/help-view.ts';

test('no key means two things in one place', () => {
  const places = [...Map.groupBy(keymap, ({ place }) => place)];
  const twice = places.flatMap(([place, rows]) => {
    const keys = rows.flatMap((row) => row.keys);
    return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${place} ${key}`);
  });
  expect(twice).toEqual([]);
});

test('the help of the inbox names every key that works there', () => {
  const text = helpLines('inbox')
    .map((row) => row.map((span) => span.text).join(''))
    .join('\n');
  const said = keymap.filter(({ place }) => place === 'inbox' || place === 'everywhere').map(({ says }) => says);
  expect(said.filter((words) => !text.includes(words))).toEqual([]);
});

test('the footer shows its own keys first, then those that work everywhere', () => {
  expect(hintsOf('case')).toBe('1-7 part  Enter read  : any act  Esc back  ? help');
});

test('while a filter is typed a letter is a letter', () => {
  expect(bindingFor('filter', '?')).toBeNull();
  expect(bindingFor('filter', 'ctrl-c')?.does).toBe('interrupt');
});

test('the hints of every place fit in 80 cells', () => {
  const places = [...new Set(keymap.flatMap(({ place }) => (place === 'everywhere' ? [] : [place])))];
  expect(places.filter((place) => hintsOf(place).length > 78)).toEqual([]);
});
