import type { Page } from './state.ts';

/** Where keys mean something: on a page, in a dialog, while a filter is typed. */
export type Place = Page['page'] | 'filter';
export type Group = 'Move' | 'Read' | 'Decide' | 'Everywhere';

/** One key of one place; `hint` is its place in the footer, absent where only the help shows it. */
export type Binding = {
  place: Place | 'everywhere';
  keys: string[];
  does: string;
  says: string;
  group: Group;
  hint?: string;
};

/** Every key of every screen, once: what is done, the footer's hints and the help are all made from this table. */
export const keymap: readonly Binding[] = [
  key('inbox', 'down', ['down', 'j'], 'next', 'Move'),
  key('inbox', 'up', ['up', 'k'], 'one before', 'Move'),
  key('inbox', 'first', ['home', 'g'], 'first', 'Move'),
  key('inbox', 'last', ['end', 'G'], 'last', 'Move'),
  key('inbox', 'page-down', ['pagedown', ' '], 'a page down', 'Move'),
  key('inbox', 'page-up', ['pageup', 'b'], 'a page up', 'Move'),
  key('inbox', 'open', ['enter', 'right'], 'open', 'Move', 'Enter open'),
  key('inbox', 'view', ['1', '2', '3', '4', '5', '6'], 'view', 'Move', '1-6 view'),
  key('inbox', 'next-view', ['tab'], 'next view', 'Move'),
  key('inbox', 'view-before', ['shift-tab'], 'view before', 'Move'),
  key('inbox', 'filter', ['/'], 'filter', 'Move', '/ filter'),
  key('inbox', 'clear', ['escape'], 'clear the filter', 'Move'),

  key('inbox', 'compose', ['c'], 'announce cities together', 'Decide', 'c announce'),
  key('inbox', 'announcements', ['7'], 'announcements', 'Move', '7 news'),
  key('inbox', 'outbox', ['8'], 'outbox: decided, and not told yet', 'Move', '8 outbox'),
  key('inbox', 'office', [':'], 'the office: being away, colleagues', 'Decide', ': office'),
  key('inbox', 'leave', ['q'], 'leave', 'Everywhere'),

  key('filter', 'keep', ['enter'], 'keep the filter', 'Move', 'Enter keep'),
  key('filter', 'clear', ['escape'], 'clear the filter', 'Move', 'Esc clear'),

  key('case', 'down', ['down', 'j'], 'down', 'Move'),
  key('case', 'up', ['up', 'k'], 'up', 'Move'),
  key('case', 'page-down', ['pagedown', ' '], 'a page down', 'Move'),
  key('case', 'page-up', ['pageup', 'b'], 'a page up', 'Move'),
  key('case', 'part', ['1', '2', '3', '4', '5', '6', '7'], 'part', 'Read', '1-7 part'),
  key('case', 'next-part', ['tab', 'right'], 'next part', 'Read'),
  key('case', 'part-before', ['shift-tab', 'left'], 'part before', 'Read'),

  key('case', 'open', ['enter'], 'read: the letter, a mail; save: a paper', 'Read', 'Enter read'),
  key('case', 'palette', [':'], 'any act by its name', 'Decide', ': any act'),

  key('announcements', 'down', ['down', 'j'], 'next', 'Move'),
  key('announcements', 'up', ['up', 'k'], 'one before', 'Move'),
  key('announcements', 'open', ['enter', 'right'], 'open', 'Move', 'Enter open'),
  key('announcements', 'compose', ['c'], 'announce cities together', 'Decide', 'c announce'),

  key('announcement', 'down', ['down', 'j'], 'down', 'Move'),
  key('announcement', 'up', ['up', 'k'], 'up', 'Move'),
  key('announcement', 'page-down', ['pagedown', ' '], 'a page down', 'Move'),
  key('announcement', 'page-up', ['pageup', 'b'], 'a page up', 'Move'),
  key('announcement', 'part', ['1', '2', '3', '4', '5'], 'part', 'Read', '1-5 part'),
  key('announcement', 'next-part', ['tab', 'right'], 'next part', 'Read'),
  key('announcement', 'part-before', ['shift-tab', 'left'], 'part before', 'Read'),
  key('announcement', 'open', ['enter'], 'save the page as readers get it', 'Read', 'Enter save preview'),
  key('announcement', 'palette', [':'], 'any act by its name', 'Decide', ': any act'),

  key('reader', 'down', ['down', 'j'], 'down', 'Move', 'j k scroll'),
  key('reader', 'up', ['up', 'k'], 'up', 'Move'),
  key('reader', 'page-down', ['pagedown', ' '], 'a page down', 'Move', 'Space page'),
  key('reader', 'page-up', ['pageup', 'b'], 'a page up', 'Move'),
  key('reader', 'first', ['home'], 'begin', 'Move'),
  key('reader', 'last', ['end', 'G'], 'end', 'Move'),

  key('outbox', 'down', ['down', 'j'], 'next', 'Move'),
  key('outbox', 'up', ['up', 'k'], 'one before', 'Move'),
  key('outbox', 'open', ['enter', 'right'], 'open', 'Move', 'Enter open'),

  key('compose', 'down', ['down', 'j'], 'next', 'Move'),
  key('compose', 'up', ['up', 'k'], 'one before', 'Move'),
  key('compose', 'mark', [' '], 'in or out', 'Decide', 'Space in or out'),
  key('compose', 'earlier', ['K'], 'earlier in the article', 'Decide', 'K J order'),
  key('compose', 'later', ['J'], 'later in the article', 'Decide'),
  key('compose', 'go-on', ['enter'], 'go on', 'Decide', 'Enter go on'),

  key('dialog', 'send', ['ctrl-s'], 'send', 'Decide', 'Ctrl-S send'),
  key('dialog', 'next-field', ['tab'], 'next field', 'Move', 'Tab next field'),
  key('dialog', 'field-before', ['shift-tab'], 'field before', 'Move'),
  key('dialog', 'editor', ['ctrl-e'], 'write in your editor', 'Decide', 'Ctrl-E editor'),
  key('dialog', 'now', ['ctrl-r'], 'decide on what is there now', 'Decide'),
  key('dialog', 'close', ['escape'], 'close; what you typed is kept', 'Everywhere', 'Esc close, text is kept'),

  key('palette', 'run', ['enter'], 'begin the act', 'Decide', 'Enter begin'),
  key('palette', 'down', ['down'], 'next', 'Move', 'Up Down choose'),
  key('palette', 'up', ['up'], 'one before', 'Move'),

  key('help', 'down', ['down', 'j'], 'down', 'Move', 'j k scroll'),
  key('help', 'up', ['up', 'k'], 'up', 'Move'),

  key('everywhere', 'back', ['escape'], 'back, close', 'Everywhere', 'Esc back'),
  key('everywhere', 'help', ['?', 'f1'], 'this page', 'Everywhere', '? help'),
  key('everywhere', 'again', ['ctrl-l', 't'], 'ask again', 'Everywhere'),
  key('everywhere', 'interrupt', ['ctrl-c'], 'leave', 'Everywhere'),
];

/** What a key does in a place; null where it does nothing there. */
export function bindingFor(place: Place, pressed: string): Binding | null {
  return (
    keymap.find((one) => one.place === place && one.keys.includes(pressed)) ??
    // While words are typed a letter is a letter.
    (typesWords(place) && pressed.length === 1
      ? null
      : (keymap.find((one) => one.place === 'everywhere' && one.keys.includes(pressed)) ?? null))
  );
}

/** Where a letter is a letter. */
export function typesWords(place: Place): boolean {
  return place === 'filter' || place === 'dialog' || place === 'palette';
}

/** The footer of a place: the hints of its own keys, then those that work everywhere. */
export function hintsOf(place: Place): string {
  const own = keymap.filter((one) => one.place === place);
  const taken = new Set(own.flatMap(({ keys }) => keys));
  const others = keymap.filter(
    (one) =>
      one.place === 'everywhere' &&
      !one.keys.some((pressed) => taken.has(pressed) || (typesWords(place) && pressed.length === 1)),
  );
  return [...own, ...others].flatMap(({ hint }) => (hint === undefined ? [] : [hint])).join('  ');
}

function key(
  place: Binding['place'],
  does: string,
  keys: string[],
  says: string,
  group: Group,
  hint?: string,
): Binding {
  return { place, keys, does, says, group, ...(hint === undefined ? {} : { hint }) };
}
