import type { Key } from 'ink';

/** A key by its name in the keymap, and the words it stands for where it types some. */
export function keyNamed(input: string, key: Key): { key: string; text: string } {
  const special = named.find(([flag]) => key[flag]);
  if (special) return { key: key.tab && key.shift ? 'shift-tab' : special[1], text: '' };
  if (key.ctrl) return { key: `ctrl-${input}`, text: '' };
  if (key.meta) return { key: `meta-${input}`, text: '' };
  return { key: input === '\u001BOP' || input === '[11~' ? 'f1' : input, text: input };
}

const named: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];
