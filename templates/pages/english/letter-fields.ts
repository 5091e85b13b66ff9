import type { FieldWords } from '../words.ts';
import { consent } from './consent.ts';

/** The labels of the fields with which a letter is signed, sent in, handed over and proved. */
export const letterFields = {
  'signatory.name': { label: 'Name of the person who signs', what: 'the name of the person who signs' },
  'signatory.title': { label: 'Title', what: 'the title of the person who signs' },
  'signatory.capacity': { label: 'Signs as', what: 'as what this person signs' },
  typedName: { label: 'Type your name as you write it', what: 'your name as you write it' },
  holdsOffice: { label: consent.holdsOffice, what: 'that you may sign' },
  consents: { label: consent.consents, what: 'that you sign these pages' },
  code: { label: 'Code from the mail, 6 digits', what: 'the code from the mail' },
  scan: { label: 'The signed letter', what: 'the file', hint: 'PDF, JPEG or PNG, up to 20 MB, all pages in one file' },
  signedOn: {
    label: 'Signed on (optional)',
    what: 'the day of the signature',
    hint: 'Such as 2027-02-25. Leave it empty if it was signed today',
  },
  name: { label: 'Name', what: 'the name of the person who signs' },
  title: { label: 'Title', what: 'the title of the person who signs' },
  capacity: { label: 'Signs as', what: 'as what this person signs' },
  email: {
    label: 'E-mail address',
    what: 'the e-mail address',
    hint: 'The letter and the code to sign it go to this address',
  },
  why: { label: 'Why does somebody else sign?', what: 'why somebody else signs' },
  termStart: {
    label: 'In office since (optional)',
    what: 'the day on which the term began',
    hint: 'Of a successor or somebody acting. Such as 2027-04-08',
  },
  termEnd: { label: 'Until (optional)', what: 'the day on which the term ends', hint: 'Such as 2032-04-07' },
  proof: {
    label: 'Paper that proves it (optional)',
    what: 'the paper',
    hint: 'The delegation, or the decision that names who acts. PDF, JPEG or PNG, up to 20 MB. Without it we ask you later.',
  },
  decision: {
    label: 'The decision itself (optional)',
    what: 'the decision',
    hint: 'PDF, JPEG or PNG, up to 20 MB. A paper that you gave before stays, unless you choose another.',
  },
  approvedThis: { label: 'The council approved the text of this letter', what: 'the text that was approved' },
  'mandate.text': {
    label: 'Another text: its fingerprint (optional)',
    what: 'the fingerprint of the text',
    hint: '64 characters from 0 to 9 and a to f. Spaces do no harm',
  },
  letterLanguage: { label: 'Language of the letter', what: 'the language of the letter' },
  'signatories.name': { label: 'Name', what: 'the name of the person who signs' },
  'signatories.title': { label: 'Title', what: 'the title of the person who signs' },
  'signatories.capacity': { label: 'Signs as', what: 'as what this person signs' },
  'signatories.email': { label: 'E-mail address', what: 'the e-mail address' },
  'signatories.order': {
    label: 'Signs in place',
    what: 'in which place this person signs',
    hint: '1 signs first. Equal numbers are asked together',
  },
  'signatories.leaves': { label: 'Does not sign', what: 'whether this person signs' },
} satisfies Record<string, FieldWords>;
