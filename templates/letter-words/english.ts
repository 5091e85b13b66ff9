import type { Application } from '../../domain/application.ts';
import type { LetterAnswer } from '../../domain/letter-answer.ts';
import type { Signing } from '../../domain/onboarding/state.ts';

/** The fixed phrases of the Letter of Intent; each is a whole sentence with its gaps. */
export const english = {
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
  signedHow: {
    electronic: 'Signed in the portal, with a code sent by mail',
    scan: 'Signed by hand; its pages follow',
    elsewhere: 'Signed with a certificate of the signatory’s own',
  } satisfies Record<Signing, string>,
  check: 'Check this letter',
  checkHint: 'Scan the code, or open {address}',
  checkPicture: 'A code that leads to the page where this letter is checked',
  sealed: 'This file carries the electronic seal of the network. A PDF reader shows whether it was changed since.',
  evidence: 'Evidence',
  signedBy: {
    electronic: '{name}, {title}, signed this letter in the portal on {signedAt}, with a code sent by mail.',
    scan: '{name}, {title}, signed this letter by hand on {signedOn}. The network received it on {signedAt}.',
    elsewhere: '{name}, {title}, signed this letter in software of their own. The network received it on {signedAt}.',
  } satisfies Record<Signing, string>,
  checkedBy: '{name} compared signatory, date, mandate and text for the network.',
  fingerprint: {
    electronic: 'Fingerprint of the letter that was read (SHA-256)',
    scan: 'Fingerprint of the file as it came (SHA-256)',
    elsewhere: 'Fingerprint of the file as it came (SHA-256)',
  } satisfies Record<Signing, string>,
  countersignedBy: '{name}, {role}, countersigned this letter for {network} on {on}.',
  page: 'Page {page} of {pages}',
  zone: '{place} time',
  cover: 'Signed by hand',
  coverOpening:
    'This letter was signed with a pen. The following pages show it as it reached the network; the file itself is kept unchanged beside this one.',
  scanPage: 'Page {page} of {pages} of the letter signed by hand',
};
export type LetterWords = typeof english;
