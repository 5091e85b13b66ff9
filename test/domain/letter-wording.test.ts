import { expect, test } from '@jest/globals';
import { languageOfLetter, languagesOfLetter, letterWording, textSha256 } from '../../domain/letter-wording.ts';
import { ourNetwork } from '../support/networks.ts';

const words = letterWording(ourNetwork, '2027-1', 'tr');

test('A letter is written in the language that was chosen, else in its reader’s, else in the first one that there is', () => {
  const language = (...wanted: (string | undefined)[]) => languageOfLetter(ourNetwork, '2027-1', wanted);
  expect([
    language('tr', 'en'),
    language(undefined, 'tr-TR'),
    language('pl'),
    languagesOfLetter(ourNetwork, '2027-1'),
  ]).toEqual(['tr', 'tr', 'en', ['en', 'tr']]);
});

test('A version that the network does not know, or has no words for, says nothing', () => {
  expect([letterWording(ourNetwork, '2031-1', 'en'), letterWording(ourNetwork, '2027-1', 'fr')]).toEqual([null, null]);
});

test('The fingerprint of the text is of its words, version and language: one comma more, and it is another', () => {
  if (!words) throw new Error('There are words in Turkish.');
  const whole = textSha256('2027-1', 'tr', words);
  expect(whole).toMatch(/^[0-9a-f]{64}$/);
  expect([
    textSha256('2027-1', 'tr', { ...words }),
    textSha256('2027-1', 'tr', { ...words, closing: `${words.closing},` }) === whole,
    textSha256('2027-2', 'tr', words) === whole,
    textSha256('2027-1', 'nl', words) === whole,
  ]).toEqual([whole, false, false, false]);
});
