import { expect, test } from '@jest/globals';
import { sha256OfValue } from '../../../domain/canonical.ts';
import { wordsIn } from '../../../templates/pages/words.ts';

test('what a signatory confirms is worded as its version says: other words are another version', () => {
  const { version, holdsOffice, consents } = wordsIn('en').consent;
  expect({ version, words: sha256OfValue([holdsOffice, consents]) }).toEqual({
    version: '1',
    words: '20e015128cf9dcbf7de400a5250d701afd675d3606115127b88090be5f371990',
  });
});
