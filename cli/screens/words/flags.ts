import type { FlagKind } from '../../../domain/onboarding/flags.ts';
import type { Level } from '../../../domain/onboarding/state.ts';

/** What is in doubt about a signature, and what settles it where it is not accepted with a reason. */
export const flagWords: Record<FlagKind, { says: string; next: string }> = {
  person: { says: 'signed by another name than the record has', next: 'ask the city who signed' },
  office: { says: 'signed under another title than the record has', next: 'ask the city for the title' },
  term: { says: 'signed outside the term of office', next: 'ask who held the office on that day' },
  proof: { says: 'signs for the office-holder, and no paper proves it', next: 'ask for the delegation' },
  mandate: { says: 'the mandate was decided after the signature', next: 'ask for another signature' },
  'not-in-force': { says: 'the mandate was not in force yet', next: 'ask for another signature, or wait' },
  text: { says: 'the mandate approved another text', next: 'ask the council, or issue the text it approved' },
  bytes: { says: 'the file is not the letter as it was issued', next: 'compare it; return it where it differs' },
  level: { says: 'the certificate is worth less than it claims', next: 'ask for another, or accept it as it is' },
  early: { says: 'dated before the letter', next: 'ask for the right day' },
};

/** The level of a signature, written out. */
export const levelWords: Record<Level, string> = {
  'hand-signed': 'signed by hand, no electronic signature',
  SES: 'simple electronic signature (SES)',
  AdES: 'advanced electronic signature (AdES)',
  QES: 'qualified electronic signature (QES)',
  none: 'nothing that could be verified',
};
