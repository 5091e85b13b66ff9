import { composeLetter, type LetterData } from './letter.ts';

type Printed = {
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
type Party = { name: string; lines: string[] };

/** The words of the Letter of Intent in the order in which they are printed, a paragraph each; without its signatures. */
export function letterText(data: LetterData): string[] {
  const letter = JSON.parse(composeLetter(data).inputs['letter'] ?? '{}') as Printed;
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
