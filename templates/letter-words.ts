import type { Application } from '../domain/application.ts';
import type { LetterAnswer } from '../domain/letter-answer.ts';

export type LetterWords = typeof english;
export type LetterLanguage = keyof typeof letterWords;

const english = {
  locale: 'en-GB',
  version: 'Version {version}',
  reference: 'Reference {reference}',
  between: 'Between',
  and: 'and',
  place: '{name}, {country}',
  commitments: 'Commitments',
  mandate: 'Who signs, and by what right',
  office: '{name}, {title}, holds the office on the day of this letter.',
  mandates: {
    'council-decision':
      'The signature rests on a decision of the council of {decidedOn}, in force from {effectiveOn}. Its reference: {reference}',
    'powers-of-the-mayor':
      'The signature rests on the powers of the office itself, by an act of {decidedOn}, in force from {effectiveOn}. Its reference: {reference}',
    delegation:
      'The signature rests on a delegation of {decidedOn}, in force from {effectiveOn}. Its reference: {reference}',
  } satisfies Record<Application['mandate']['kind'], string>,
  signatures: 'Signatures',
  forParty: 'For {party}',
  name: 'Name',
  title: 'Title',
  role: 'Role',
  date: 'Date',
  signature: 'Signature',
  capacity: 'Signs as',
  capacities: {
    'office-holder': 'holder of the office',
    acting: 'acting for the holder of the office',
    delegate: 'delegate of the holder of the office',
  } satisfies Record<LetterAnswer['signatory']['capacity'], string>,
  countersigned: 'Countersigned by the network',
  secretariat: 'Secretariat',
  signedInPortal: 'Signed in the portal, with a code sent by mail',
  seal: 'Place of the network’s seal',
  evidence: 'Evidence',
  signedBy: '{name}, {title}, signed this letter in the portal on {signedAt}, with a code sent by mail.',
  fingerprint: 'Fingerprint of the letter that was read (SHA-256)',
  countersignedBy: '{name}, {role}, countersigned this letter for {network} on {on}.',
  page: 'Page {page} of {pages}',
};

/** The fixed phrases of the Letter of Intent by language, English first; each is a whole sentence with its gaps. */
export const letterWords = { en: english };

/** A phrase with its gaps filled; what is filled in is never searched for gaps again. */
export function filled(phrase: string, gaps: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
