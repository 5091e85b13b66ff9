import { expect, test } from '@jest/globals';
import { edited, laidOut } from '../../../cli/screens/editing.ts';

test('a sign of several parts is stepped over and taken away whole', () => {
  const family = '👨‍👩‍👧';
  const text = `a${family}é`;
  expect(edited({ text, at: text.length }, 'backspace', '', 40)).toEqual({
    text: `a${family}`,
    at: `a${family}`.length,
  });
  expect(edited({ text, at: 1 + family.length }, 'left', '', 40)).toEqual({ text, at: 1 });
  expect(edited({ text, at: 1 + family.length }, 'backspace', '', 40)).toEqual({ text: 'aé', at: 1 });
});

test('a long text is broken between words, wide signs count two, and the cursor is where it is typed', () => {
  expect(laidOut({ text: 'one two 東浪東浪', at: 11 }, 8)).toEqual({
    rows: [
      { text: 'one two ', from: 0 },
      { text: '東浪東浪', from: 8 },
    ],
    row: 1,
    cell: 6,
  });
});

test('up and down keep to the column, from row to row of what is seen', () => {
  const text = 'first line\nsecond';
  expect(edited({ text, at: 13 }, 'up', '', 40)).toEqual({ text, at: 2 });
  expect(edited({ text, at: 9 }, 'down', '', 40)).toEqual({ text, at: text.length });
});

test('what is pasted goes in where the cursor is', () => {
  expect(edited({ text: 'ab', at: 1 }, 'x y', 'x y', 40)).toEqual({ text: 'ax yb', at: 4 });
});
