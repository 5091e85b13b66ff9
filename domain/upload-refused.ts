import { largestUpload, mostPages, mostPixels, type RefusedBecause } from './upload-findings.ts';

/** What is wrong with a file that is not taken, and what to do, to be read after its name: `The scan is empty: …`. */
export const uploadRefused: Record<RefusedBecause, string> = {
  empty: 'is empty: choose it again',
  'too-large': `is too large: at most ${largestUpload / 1024 / 1024} MB; scan it in black and white, or at 150 dots per inch`,
  'other-type': 'is neither a PDF nor a JPEG or PNG picture: save or scan it as one of these',
  'two-in-one': 'is a letter and an archive in one: print it to a new PDF, and send that',
  encrypted: 'is locked with a password or restrictions: save it without them, and send it again',
  malformed: 'is damaged and cannot be read: open it, print it to a new PDF, and send that',
  'too-many-pages': `has too many pages: at most ${mostPages}; send the letter alone`,
  'too-many-pixels': `has too many points: at most ${mostPixels / 1_000_000} million; take it smaller, or scan it`,
  'too-costly': 'takes too long to be read: print it to a new PDF, or scan it, and send that',
  busy: 'has to wait, since many files are being looked at: send it again in a minute',
};
