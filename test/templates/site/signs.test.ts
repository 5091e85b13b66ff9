import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkTo, markup } from '../../../templates/site/harmless.tsx';
import { asWritten, inSigns } from '../../../templates/site/signs.ts';

test('characters that turn or hide what is read are shown by their number', () => {
  expect(inSigns('pay\u202e 100\u0000\u001b[31m\u0085\u2069\ufeff')).toBe(
    'pay‹U+202E› 100‹U+0000›‹U+001B›[31m‹U+0085›‹U+2069›‹U+FEFF›',
  );
});

test('line ends, tabs, joined emoji and letters of any script stay as they are', () => {
  const text = 'Çamlıova\n\tŁąkowiec תל אביב \u{1f469}\u200d\u{1f680} e\u0301\u00a0';

  expect(inSigns(text)).toBe(text);
});

test('words that look like a sign are not taken for one', () => {
  expect(inSigns('‹U+202E›')).toBe('‹U+2039›U+202E›');
  expect(asWritten(inSigns('‹U+202E›'))).toBe('‹U+202E›');
});

test('every text is found again behind its signs', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('‹', 'U+', '202E', '›', '\u202e', '\ud800'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(asWritten(inSigns(text))).toBe(text);
      expect(inSigns(text)).not.toMatch(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u);
      expect(inSigns(text).isWellFormed()).toBe(true);
    }),
  );
});

test('markup in a text stays text', () => {
  expect(markup('<b>A & B</b>\u0007')).toBe('&lt;b&gt;A &amp; B&lt;/b&gt;‹U+0007›');
});

test('an address with a hidden character leads to the same place without it', () => {
  expect(linkTo('https://towns.example/\u202egpj')).toEqual({
    href: 'https://towns.example/%E2%80%AEgpj',
    'data-url': 'https://towns.example/‹U+202E›gpj',
  });
});

test('what is no web address does not become a link', () => {
  expect(linkTo('javascript:alert(1)')).toEqual({ 'data-url': 'javascript:alert(1)' });
});
