import { expect, test } from '@jest/globals';
import { differing } from '../../../cli/screens/differing.ts';

test('what was taken out and what came in are seen by their brackets, without any colour', () => {
  expect(
    differing('Our data is open for all, and we will say so.', 'Our data is open to all, and we will also say so.'),
  ).toEqual({
    before: 'Our data is open [for] all, and we will say so.',
    after: 'Our data is open {to} all, and we will {also} say so.',
    changes: 2,
  });
});

test('a changed comma is a change', () => {
  expect(differing('We share, and learn.', 'We share and learn.')).toEqual({
    before: 'We [share,] and learn.',
    after: 'We {share} and learn.',
    changes: 1,
  });
});

test('words that are the same have no mark', () => {
  expect(differing('東浪 shares', '東浪 shares')).toEqual({ before: '東浪 shares', after: '東浪 shares', changes: 0 });
});
