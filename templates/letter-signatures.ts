import type { Day, Instant, Sha256 } from '../domain/ids.ts';
import type { LetterAnswer } from '../domain/letter-answer.ts';
import type { LetterData } from '../domain/letter-data.ts';
import type { Signing } from '../domain/onboarding/state.ts';
import { dayInLetter, momentInLetter, oneLineEach } from './letter-dates.ts';
import { filled, type LetterWords } from './letter-words.ts';
import { inOneLine } from './shown-text.ts';

export type LetterSigned = { signatures: LetterSignature[]; countersignature?: Countersignature };

export type LetterSignature = {
  /** As the signatory typed it, or as the scan has it. */
  name: string;
  title: string;
  capacity: LetterAnswer['signatory']['capacity'];
  signing: Signing;
  /** When it was signed in the portal, or reached the network; and the zone of the authority. */
  at: Instant;
  zone: string;
  /** The day that a letter signed by hand names. */
  signedOn: Day;
  /** Of the letter that was read, or of the file as it came. */
  fingerprint: Sha256;
  /** Who compared it for the network. */
  checkedBy?: string;
};

export type Countersignature = { name: string; role: string; on: Day };

/** A line with its text, or an empty one to write on by pen, of so many millimetres. */
type Field = { label: string; value: string; strong: boolean } | { label: string; value: null; height: number };
type SignatureBlock = { party: string; fields: Field[]; note: string | null };

/** The blocks of both parties' signatures, and by what evidence they stand there. */
export function whoSigns({ authority, network }: LetterData, signed: LetterSigned | undefined, words: LetterWords) {
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
    ...evidenceOf(network.name, signed, words),
  };
}

/** Who signed, how and when, each with the fingerprint of what was signed; then who countersigned. */
export function evidenceOf(network: string, signed: LetterSigned | undefined, words: LetterWords) {
  const countersignature = signed?.countersignature;
  return {
    evidenceHeading: words.evidence,
    evidence: signed?.signatures.map((one) => evidence(one, words)) ?? [],
    countersigned: countersignature
      ? filled(words.countersignedBy, {
          ...oneLineEach({ name: countersignature.name, role: countersignature.role, network }),
          on: dayInLetter(countersignature.on, words),
        })
      : null,
  };
}

function openLines(words: LetterWords): Field[] {
  const line = (label: string, height: number): Field => ({ label, value: null, height });
  return [line(words.name, 9), line(words.title, 9), line(words.date, 9), line(words.signature, 17)];
}

function signedBlock(party: string, signature: LetterSignature, words: LetterWords): SignatureBlock {
  const { name, title, capacity, signing, at, zone, signedOn } = signature;
  const when = signing === 'electronic' ? momentInLetter(at, zone, words) : dayInLetter(signedOn, words);
  return {
    party,
    fields: [
      { label: words.name, value: inOneLine(name), strong: true },
      { label: words.title, value: inOneLine(title), strong: false },
      { label: words.capacity, value: words.capacities[capacity], strong: false },
      { label: words.date, value: when, strong: false },
    ],
    note: words.signedHow[signing],
  };
}

function countersignedBlock(party: string, { name, role, on }: Countersignature, words: LetterWords): SignatureBlock {
  return {
    party,
    fields: [
      { label: words.name, value: inOneLine(name), strong: true },
      { label: words.role, value: inOneLine(role), strong: false },
      { label: words.date, value: dayInLetter(on, words), strong: false },
    ],
    note: words.countersigned,
  };
}

function evidence(signature: LetterSignature, words: LetterWords) {
  const { name, title, signing, at, zone, signedOn, fingerprint, checkedBy } = signature;
  const gaps = {
    ...oneLineEach({ name, title }),
    signedAt: momentInLetter(at, zone, words),
    signedOn: dayInLetter(signedOn, words),
  };
  const checked = checkedBy === undefined ? [] : [filled(words.checkedBy, oneLineEach({ name: checkedBy }))];
  return {
    sentence: [filled(words.signedBy[signing], gaps), ...checked].join(' '),
    fingerprintLabel: words.fingerprint[signing],
    fingerprint: inFours(fingerprint),
  };
}

/** A fingerprint in groups of four, as people compare it. */
export function inFours(fingerprint: Sha256): string {
  return inOneLine(fingerprint.replace(/.{4}/g, '$& '));
}
