import type { Key } from 'ink';

export type NamedKey = { key: string; text: string };

/** The keys of what came from the terminal: one, or several where they came faster than they were read. */
export function keysNamed(input: string, key: Key): NamedKey[] {
  if (input.length < 2 || key.ctrl || key.meta || !controls.test(input)) return [keyNamed(input, key)];
  return input
    .split(controls)
    .filter((part) => part !== '')
    .map((part) => (part.length === 1 && controls.test(part) ? controlKey(part) : { key: part, text: part }));
}

/** Signs that are keys and no words; line ends and tabs may stand in a text that is pasted. */
const controls = /([^\P{Cc}\n\r\t])/u;

/** A control sign as the key that makes it: its letter stands 96 places on. */
function controlKey(sign: string): NamedKey {
  const code = sign.charCodeAt(0);
  if (code === 0x7f || code === 0x08) return { key: 'backspace', text: '' };
  if (code === 0x1b) return { key: 'escape', text: '' };
  return { key: `ctrl-${String.fromCharCode(code + 96)}`, text: '' };
}

/** A key by its name in the keymap, and the words it stands for where it types some. */
function keyNamed(input: string, key: Key): NamedKey {
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
