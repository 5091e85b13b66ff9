import type { LetterData } from '../domain/letter-data.ts';
import { frameOf, headOf, mandateLines, pictureTexts, type TypesetDocument } from './letter.ts';
import { checkBox } from './letter-check.ts';
import { evidenceOf, type LetterSigned } from './letter-signatures.ts';
import { coverSource } from './letter-source.ts';
import { letterWords } from './letter-words.ts';

/**
 * The final letter of a city that signed by hand: a cover that says who signed and by what right, and a picture of each
 * page of the scan, which is read out as such. The same data gives the same document.
 */
export function composeCover(data: LetterData, signed: LetterSigned, pictures: readonly Uint8Array[]): TypesetDocument {
  const words = letterWords[data.language];
  const cover = {
    ...headOf(data, words),
    ...mandateLines(data, words),
    ...evidenceOf(data.network.name, signed, words),
    ...checkBox(data.check, words),
    cover: words.cover,
    opening: words.coverOpening,
    sealed: words.sealed,
    pictures: pictureTexts(pictures, words),
  };
  return { source: coverSource, inputs: { letter: JSON.stringify(cover) }, pictures, ...frameOf(data) };
}
