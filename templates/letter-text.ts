import type { LetterData } from '../domain/letter-data.ts';
import { composeLetter } from './letter.ts';

/** The words of a letter by their places, for a page that sets them itself; without its signatures. */
export type PrintedLetter = {
  network: string;
  title: string;
  version: string;
  reference: string;
  date: string;
  between: string;
  and: string;
  authority: Party;
  party: Party;
  opening: string[];
  commitmentsHeading: string;
  commitments: string[][];
  closing: string[];
  mandateHeading: string;
  mandate: string[];
};
export type Party = { name: string; lines: string[] };

/** The words of the Letter of Intent as the PDF prints them. */
export function printedLetter(data: LetterData): PrintedLetter {
  return JSON.parse(composeLetter(data).inputs['letter'] ?? '{}') as PrintedLetter;
}

/** The words of the Letter of Intent in the order in which they are printed, a paragraph each; without its signatures. */
export function letterText(data: LetterData): string[] {
  const letter = printedLetter(data);
  const party = ({ name, lines }: Party) => [name, ...lines].join(', ');
  return [
    letter.title,
    `${letter.version}, ${letter.reference}, ${letter.date}`,
    `${letter.between} ${party(letter.authority)} ${letter.and} ${party(letter.party)}`,
    ...letter.opening,
    letter.commitmentsHeading,
    ...letter.commitments.map((paragraphs, index) => `${index + 1}  ${paragraphs.join(' ')}`),
    ...letter.closing,
    letter.mandateHeading,
    ...letter.mandate,
  ];
}
