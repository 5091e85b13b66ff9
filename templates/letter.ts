import type { Day } from '../domain/ids.ts';
import type { LetterData } from '../domain/letter-data.ts';
import { checkBox } from './letter-check.ts';
import { dayInLetter, oneLineEach } from './letter-dates.ts';
import { type LetterSigned, whoSigns } from './letter-signatures.ts';
import { letterSource } from './letter-source.ts';
import { filled, type LetterWords, letterWords } from './letter-words.ts';
import { inOneLine, inParagraphs } from './shown-text.ts';

/** What the typesetter makes a PDF of: all data is in the inputs (JSON), none of it in the source. */
export type TypesetDocument = {
  source: string;
  inputs: Record<string, string>;
  /** Pictures that the source names by their number, from 1. */
  pictures?: readonly Uint8Array[];
  title: string;
  author: string;
  /** A BCP 47 tag, such as `en`. */
  language: string;
  date: Day;
};

/**
 * The Letter of Intent, ready for the typesetter. Without `signed` it has lines to sign by pen; with it, who signed and
 * by what evidence, and the pages of whoever signed by hand; without a countersignature the network's lines stay open. The same data gives the same document.
 */
export function composeLetter(
  data: LetterData,
  signed?: LetterSigned,
  pictures: readonly Uint8Array[] = [],
): TypesetDocument {
  const words = letterWords[data.language];
  const letter = {
    ...whatIsAgreed(data, words),
    ...whoSigns(data, signed, words),
    ...checkBox(data.check, words),
    sealed: signed?.countersignature ? words.sealed : null,
    pictures: pictureTexts(pictures, words),
  };
  return { source: letterSource, inputs: { letter: JSON.stringify(letter) }, pictures, ...frameOf(data) };
}

/** What is read out for each page of a scan. */
export function pictureTexts(pictures: readonly Uint8Array[], words: LetterWords): string[] {
  const pages = String(pictures.length);
  return pictures.map((_, index) => filled(words.scanPage, { page: String(index + 1), pages }));
}

/** What a PDF reader shows of the document itself. */
export function frameOf(data: LetterData): Pick<TypesetDocument, 'title' | 'author' | 'language' | 'date'> {
  const network = inOneLine(data.network.name);
  return {
    title: `${inOneLine(data.letter.title)}: ${inOneLine(data.authority.legalName)}, ${network}`,
    author: network,
    language: data.language,
    date: data.date,
  };
}

/** What stands on every page of a letter, and who its parties are. */
export function headOf({ network, letter, authority, reference, date }: LetterData, words: LetterWords) {
  const legalName = inOneLine(authority.legalName);
  const nativeName = inOneLine(authority.nativeName);
  return {
    network: inOneLine(network.name),
    title: inOneLine(letter.title),
    version: filled(words.version, { version: inOneLine(letter.version) }),
    reference: filled(words.reference, { reference: inOneLine(reference) }),
    date: dayInLetter(date, words),
    between: words.between,
    and: words.and,
    authority: {
      name: legalName,
      lines: [
        ...(nativeName === legalName || nativeName === inOneLine(authority.name) ? [] : [nativeName]),
        filled(words.place, oneLineEach({ name: authority.name, country: authority.countryName })),
      ],
    },
    party: {
      name: inOneLine(network.name),
      lines: [inOneLine(network.shortName), ...inParagraphs(network.address ?? '')],
    },
    page: words.page,
  };
}

/** By what right the authority signs. */
export function mandateLines({ officeHolder, mandate }: LetterData, words: LetterWords) {
  const { kind, decidedOn, effectiveOn, reference } = mandate;
  return {
    mandateHeading: words.mandate,
    mandate: [
      filled(words.office, oneLineEach({ name: officeHolder.name, title: officeHolder.title })),
      filled(words.mandates[kind], {
        decidedOn: dayInLetter(decidedOn, words),
        effectiveOn: dayInLetter(effectiveOn, words),
        reference: inOneLine(reference),
      }),
    ],
  };
}

function whatIsAgreed(data: LetterData, words: LetterWords) {
  const { opening, commitments, closing } = data.letter;
  return {
    ...headOf(data, words),
    opening: inParagraphs(opening),
    commitmentsHeading: words.commitments,
    commitments: commitments.map(inParagraphs),
    closing: inParagraphs(closing),
    ...mandateLines(data, words),
  };
}
