import { expect, test } from '@jest/globals';
import { letterText } from '../../templates/letter-text.ts';
import { camliovasLetter } from '../support/letters.ts';

test('the letter is read in words as it is printed, from its title to who signs by what right', () => {
  const paragraphs = letterText(camliovasLetter);
  expect(paragraphs[0]).toBe(camliovasLetter.letter.title);
  for (const commitment of camliovasLetter.letter.commitments)
    expect(paragraphs.filter((paragraph) => paragraph.endsWith(commitment))).toHaveLength(1);
  expect(paragraphs.filter((paragraph) => paragraph.includes(camliovasLetter.mandate.reference))).toHaveLength(1);
});
