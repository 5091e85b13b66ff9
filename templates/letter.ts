import type { Application } from '../domain/application.ts';
import type { Day, Sha256 } from '../domain/ids.ts';
import type { LetterAnswer } from '../domain/letter-answer.ts';
import type { LetterVersion } from '../domain/network.ts';
import { letterSource } from './letter-source.ts';
import { filled, type LetterLanguage, type LetterWords, letterWords } from './letter-words.ts';
import { inOneLine, inParagraphs } from './shown-text.ts';

/** What the typesetter makes a PDF of: all data is in the inputs (JSON), none of it in the source. */
export type TypesetDocument = {
  source: string;
  inputs: Record<string, string>;
  title: string;
  author: string;
  /** A BCP 47 tag, such as `en`. */
  language: string;
  date: Day;
};

export type LetterData = {
  network: { name: string; shortName: string; address?: string };
  letter: LetterVersion;
  authority: { legalName: string; name: string; nativeName: string; countryName: string };
  officeHolder: { name: string; title: string };
  mandate: Application['mandate'];
  /** The day of the letter itself. */
  date: Day;
  reference: string;
  signed?: { signatures: LetterSignature[]; countersignature?: Countersignature };
};

export type LetterSignature = {
  /** As the signatory typed it. */
  name: string;
  title: string;
  capacity: LetterAnswer['signatory']['capacity'];
  /** As people read it: `1 March 2027, 16:20 (Istanbul time)`. */
  signedAt: string;
  method: 'code-by-mail';
  fingerprint: Sha256;
};

export type Countersignature = { name: string; role: string; on: Day };

/** A line with its text, or an empty one to write on by pen, of so many millimetres. */
type Field = { label: string; value: string; strong: boolean } | { label: string; value: null; height: number };
type SignatureBlock = { party: string; fields: Field[]; note: string | null };

/**
 * The Letter of Intent, ready for the typesetter. Without `signed` it has lines to sign by pen; with it, who signed and
 * by what evidence; without a countersignature the network's lines stay open. The same data gives the same document.
 */
export function composeLetter(data: LetterData, language: LetterLanguage = 'en'): TypesetDocument {
  const words = letterWords[language];
  const network = inOneLine(data.network.name);
  return {
    source: letterSource,
    inputs: { letter: JSON.stringify({ ...whatIsAgreed(data, words), ...whoSigns(data, words) }) },
    title: `${inOneLine(data.letter.title)}: ${inOneLine(data.authority.legalName)}, ${network}`,
    author: network,
    language,
    date: data.date,
  };
}

function whatIsAgreed({ network, letter, authority, reference, date, ...data }: LetterData, words: LetterWords) {
  const legalName = inOneLine(authority.legalName);
  const nativeName = inOneLine(authority.nativeName);
  return {
    network: inOneLine(network.name),
    title: inOneLine(letter.title),
    version: filled(words.version, { version: inOneLine(letter.version) }),
    reference: filled(words.reference, { reference: inOneLine(reference) }),
    date: dayInWords(date, words),
    between: words.between,
    and: words.and,
    authority: {
      name: legalName,
      lines: [
        ...(nativeName === legalName || nativeName === inOneLine(authority.name) ? [] : [nativeName]),
        filled(words.place, { name: inOneLine(authority.name), country: inOneLine(authority.countryName) }),
      ],
    },
    party: {
      name: inOneLine(network.name),
      lines: [inOneLine(network.shortName), ...inParagraphs(network.address ?? '')],
    },
    opening: inParagraphs(letter.opening),
    commitmentsHeading: words.commitments,
    commitments: letter.commitments.map(inParagraphs),
    closing: inParagraphs(letter.closing),
    mandateHeading: words.mandate,
    mandate: [filled(words.office, oneLineEach(data.officeHolder)), mandateInWords(data.mandate, words)],
    page: words.page,
  };
}

function mandateInWords(
  { kind, decidedOn, effectiveOn, reference }: LetterData['mandate'],
  words: LetterWords,
): string {
  return filled(words.mandates[kind], {
    decidedOn: dayInWords(decidedOn, words),
    effectiveOn: dayInWords(effectiveOn, words),
    reference: inOneLine(reference),
  });
}

function whoSigns({ authority, network, signed }: LetterData, words: LetterWords) {
  const authorityParty = filled(words.forParty, { party: inOneLine(authority.legalName) });
  const networkParty = filled(words.forParty, { party: inOneLine(network.name) });
  const unsigned = (party: string): SignatureBlock => ({ party, fields: openLines(words), note: null });
  const countersignature = signed?.countersignature;
  return {
    signaturesHeading: words.signatures,
    authoritySigns: signed?.signatures.map((one) => signedBlock(authorityParty, one, words)) ?? [
      unsigned(authorityParty),
    ],
    networkSigns: countersignature ? countersignedBlock(networkParty, countersignature, words) : unsigned(networkParty),
    seal: words.seal,
    evidenceHeading: words.evidence,
    evidence: signed?.signatures.map((one) => evidenceOf(one, words)) ?? [],
    countersigned: countersignature
      ? filled(words.countersignedBy, {
          ...oneLineEach({ name: countersignature.name, role: countersignature.role, network: network.name }),
          on: dayInWords(countersignature.on, words),
        })
      : null,
  };
}

function openLines(words: LetterWords): Field[] {
  const line = (label: string, height: number): Field => ({ label, value: null, height });
  return [line(words.name, 9), line(words.title, 9), line(words.date, 9), line(words.signature, 17)];
}

function signedBlock(party: string, signature: LetterSignature, words: LetterWords): SignatureBlock {
  return {
    party,
    fields: [
      { label: words.name, value: inOneLine(signature.name), strong: true },
      { label: words.title, value: inOneLine(signature.title), strong: false },
      { label: words.capacity, value: words.capacities[signature.capacity], strong: false },
      { label: words.date, value: inOneLine(signature.signedAt), strong: false },
    ],
    note: words.signedInPortal,
  };
}

function countersignedBlock(party: string, { name, role, on }: Countersignature, words: LetterWords): SignatureBlock {
  return {
    party,
    fields: [
      { label: words.name, value: inOneLine(name), strong: true },
      { label: words.role, value: inOneLine(role), strong: false },
      { label: words.date, value: dayInWords(on, words), strong: false },
    ],
    note: words.countersigned,
  };
}

function evidenceOf({ name, title, signedAt, fingerprint }: LetterSignature, words: LetterWords) {
  return {
    sentence: filled(words.signedBy, oneLineEach({ name, title, signedAt })),
    fingerprintLabel: words.fingerprint,
    fingerprint: inFours(fingerprint),
  };
}

function inFours(fingerprint: Sha256): string {
  return inOneLine(fingerprint.replace(/.{4}/g, '$& '));
}

function dayInWords(day: Day, { locale }: LetterWords): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

function oneLineEach<Gaps extends Record<string, string>>(gaps: Gaps): Record<string, string> {
  return Object.fromEntries(Object.entries(gaps).map(([name, value]) => [name, inOneLine(value)]));
}
