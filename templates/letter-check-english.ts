import type { LetterSeal, Level } from '../domain/onboarding/state.ts';
import type { FoundSignature } from '../domain/upload-findings.ts';

/** What stands on the page around an answer. */
export const checkPageWords = {
  title: 'Check a letter',
  another: 'Check a letter',
  lead: 'Choose the PDF, or scan the square on the letter with a telephone. We look at your file and keep nothing of it.',
  file: 'The letter',
  fileHint: 'PDF, JPEG or PNG, up to 20 MB',
  fingerprint: 'Or its fingerprint alone',
  fingerprintHint: 'SHA-256: 64 digits and letters from a to f; spaces do not count',
  check: 'Check',
  withoutUs: 'Check without us',
  withoutUsText:
    'Any reader of PDF files that knows PAdES signatures can do it, and so can these commands, which are not ours:',
  withoutUsCommand: 'pdfsig letter.pdf\nsha256sum letter.pdf',
  withoutUsRoot:
    'Compare the fingerprint with one that you have from elsewhere. Ask {email} whom our seal is certified by.',
  troubles: {
    nothing: { title: 'Choose a file first', text: 'Choose the letter, or type its fingerprint; then press Check.' },
    'not-a-fingerprint': {
      title: 'That is no fingerprint',
      text: 'A fingerprint has 64 signs, digits and letters from a to f. Copy the whole of it.',
    },
    'too-large': {
      title: 'The file is too large',
      text: 'A file of up to 20 MB can be checked here. Its fingerprint can be checked whatever its size: sha256sum tells it.',
    },
    'too-many': {
      title: 'Many letters are being checked just now',
      text: 'Nothing of your file was read. Send it again in a minute.',
    },
    'no-such-code': {
      title: 'This code is not ours',
      text: 'We did not print it, or a part of it is missing: scan it again, or check the file itself below.',
    },
  },
};

/** What is said of a letter that was checked; each is a whole sentence or the end of one. */
export const checkedWords = {
  test: 'This seal is a TEST: it was made by an authority that this installation made for itself. It proves nothing.',
  city: 'City',
  version: 'Version of the text',
  signedBy: 'Signed by the city',
  sealedAt: 'Sealed by the network',
  member: 'Member from',
  signature: 'Signature in the file',
  documentTimestamp: 'Timestamp over the file',
  fingerprint: 'Fingerprint of your file (SHA-256)',
  signing: {
    electronic: 'in the portal, a simple electronic signature (SES)',
    scan: 'by hand, on paper; somebody at the network compared it with the record',
  },
  elsewhere: {
    QES: 'by a qualified electronic signature (QES), by the trusted list that is set here',
    AdES: 'by an advanced electronic signature (AdES), whose certificate is trusted here',
    SES: 'by a simple electronic signature (SES)',
    'hand-signed': 'by hand',
    none: 'by an electronic signature whose certificate nobody here vouches for',
  } satisfies Record<Level, string>,
  sealLevel: 'Level of the seal',
  seals: {
    'B-B': 'PAdES baseline B: no authority vouches for its time',
    'B-T': 'PAdES baseline B-T: an authority vouches for its time',
    none: 'it did not hold when it was looked at after sealing',
  } satisfies Record<LetterSeal['verified'], string>,
  sealed: {
    title: 'Genuine',
    sentences: ['This is the Letter of Intent that we sealed for {name} on {sealed}.', 'Not one byte has changed.'],
  },
  certificate: {
    title: 'Genuine',
    sentences: [
      'This is the certificate of how the Letter of Intent of {name} was signed, which we sealed on {sealed}.',
      'Not one byte has changed.',
    ],
  },
  issued: {
    title: 'Genuine, as it was sent out for signing',
    sentences: [
      'This is a Letter of Intent that we sent to {name} for signing on {issued}.',
      'Not one byte has changed. This copy bears no signature, and says nothing about membership.',
    ],
  },
  void: {
    title: 'Ours, and counts no longer',
    sentences: [
      'This is a Letter of Intent that we sent to {name} for signing on {issued}, and took back or replaced later.',
      'Do not rely on it.',
    ],
  },
  'handed-in': {
    title: 'Known, as it was handed in',
    sentences: [
      'This file was handed in to us as the signed letter of {name}.',
      'It is not the letter that we sealed: ask for that one, which anybody can check.',
    ],
  },
  sealOnly: {
    title: 'Our seal, and whole',
    sentences: [
      'Our seal is on this file, and not one byte has changed since.',
      'It is not one of the letters that we can look up here. Ask {email} what it is.',
    ],
  },
  printedTitle: 'This code is ours',
  printedFingerprint: 'Fingerprint of the letter as it came from us (SHA-256)',
  printed: {
    sealed: ['It was printed on the Letter of Intent that we sealed for {name} on {day}.'],
    issued: [
      'It was printed on a Letter of Intent that we sent to {name} for signing on {day}.',
      'A copy without a signature says nothing about membership.',
    ],
    void: [
      'It was printed on a Letter of Intent that we sent to {name} for signing on {day}, and took back or replaced later.',
      'Do not rely on it.',
    ],
  },
  compare:
    'Anybody can copy a code to another paper: check the file itself below, or compare its fingerprint with this one.',
  sealInside: 'Our seal is on its first part.',
  additions: 'Genuine, with additions',
  inside: 'A document of ours is inside, unchanged. Something was added behind it later.',
  looksTheSame: 'No page looks another way since.',
  onePageDiffers: 'Page {pages} looks another way since: rely on the letter as it came from us.',
  pagesDiffer: 'Pages {pages} look another way since: rely on the letter as it came from us.',
  cannotTell: 'We cannot tell what was added: rely on the letter as it came from us.',
  changed: {
    title: 'Changed',
    sentences: [
      'It carries our seal, and was changed after it was sealed. Do not rely on it.',
      'Where did it come from? Please tell {email}.',
    ],
  },
  unknown: {
    title: 'Not known',
    sentences: [
      'We did not make this file. Perhaps it is a scan, a draft, or a letter that was saved anew, which changes its bytes.',
      'Ask the city for the file as it came from us, or write to {email}.',
    ],
  },
  refused: 'We could not look at this file',
  nobody: 'nobody who can be read',
  by: 'certified by',
  whole: 'the signed bytes are intact',
  partly: 'it leaves a part of the file out',
  broken: 'it does not hold',
  certificates: {
    ours: 'the certificate is ours',
    trusted: 'the certificate is trusted',
    qualified: 'the certificate is qualified, by the trusted list that is set here',
    unknown: 'nobody here vouches for the certificate',
    expired: 'the certificate was not valid at the time',
  } satisfies Record<FoundSignature['certificate'], string>,
  time: 'time:',
  timestamps: {
    none: 'as it says itself, without a timestamp',
    valid: 'by a timestamp',
    'other-document': 'a timestamp that belongs to something else',
    untrusted: 'a timestamp by an authority that nobody here vouches for',
    broken: 'a timestamp that does not hold',
  } satisfies Record<FoundSignature['timestamp'], string>,
};
