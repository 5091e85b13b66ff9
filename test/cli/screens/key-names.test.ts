import { expect, test } from '@jest/globals';
import type { Key } from 'ink';
import { keysNamed } from '../../../cli/screens/key-names.ts';

const plain = { ctrl: false, meta: false, shift: false } as Key;

test('words and a key that came together are told apart, so that no key becomes a part of the words', () => {
  expect(keysNamed('Which council?\u0013', plain)).toEqual([
    { key: 'Which council?', text: 'Which council?' },
    { key: 'ctrl-s', text: '' },
  ]);
});

test('a text that is pasted stays one text, with its line ends', () => {
  expect(keysNamed('one\ntwo', plain)).toEqual([{ key: 'one\ntwo', text: 'one\ntwo' }]);
});

test('a key by itself is called by its name', () => {
  expect(keysNamed('', { ...plain, upArrow: true })).toEqual([{ key: 'up', text: '' }]);
  expect(keysNamed('s', { ...plain, ctrl: true })).toEqual([{ key: 'ctrl-s', text: '' }]);
  expect(keysNamed('?', plain)).toEqual([{ key: '?', text: '?' }]);
});
