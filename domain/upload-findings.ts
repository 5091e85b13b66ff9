import type { Instant } from './ids.ts';

/** What was found by looking at a file that somebody handed in. Names stand in it: it is kept in records only. */
export type UploadFindings = FoundPicture | FoundPdf | RefusedUpload;

export type FoundPicture = { kind: 'picture'; type: 'image/jpeg' | 'image/png'; width: number; height: number };

/** `additions`: there are bytes after the last signature's range, or after the end of a file that nobody signed. */
export type FoundPdf = { kind: 'pdf'; pages: number; signatures: FoundSignature[]; additions: boolean };

export type RefusedUpload = { kind: 'refused'; why: RefusedBecause };

export const refusedBecause = [
  'empty',
  'too-large',
  'other-type',
  'two-in-one',
  'encrypted',
  'malformed',
  'too-many-pages',
  'too-many-pixels',
  'too-costly',
  'busy',
] as const;
export type RefusedBecause = (typeof refusedBecause)[number];

/** One signature inside a PDF, as it was found: nothing here is taken on the file's word but what says so. */
export type FoundSignature = {
  /** A person's or an organisation's signature, or a timestamp over the whole document. */
  kind: 'signature' | 'document-timestamp';
  /** `all`: every byte of the file but the signature itself; `then-additions`: every byte up to `end`; `part`: it leaves something out. */
  covers: 'all' | 'then-additions' | 'part';
  /** How many bytes from the start it speaks for; 0 where it leaves something out. */
  end: number;
  /** Whether the bytes that it speaks for are those that were signed, by the holder of its certificate's key. */
  intact: boolean;
  /** Pages (from 1) that look another way now than when it was signed; null where that cannot be told. */
  changedPages: number[] | null;
  /** The names in its certificate: the holder's, and the issuer's. */
  signer: string;
  issuer: string;
  /** When it says that it was made. */
  claimedAt: Instant | null;
  timestamp: 'none' | 'valid' | 'other-document' | 'untrusted' | 'broken';
  /** What a valid timestamp says; null where there is none. */
  timestampedAt: Instant | null;
  certificate: 'ours' | 'trusted' | 'qualified' | 'unknown' | 'expired';
  /** Whether its certificate says of itself that it is qualified. */
  claimsQualified: boolean;
};

/** A page of an upload as a picture that is safe to show and to bind into a letter: made anew, without the file's metadata. */
export type PagePicture = { bytes: Uint8Array; type: 'image/jpeg' | 'image/png'; width: number; height: number };

/** The largest file that is taken, in bytes: 20 MB. */
export const largestUpload = 20 * 1024 * 1024;
/** The most pages that a signed letter may have. */
export const mostPages = 40;
/** The most pixels of a picture: 64 million, more than any telephone takes. */
export const mostPixels = 64_000_000;

/** Whose signatures a PDF carries, beside our own seal and timestamps over the document. */
export function signaturesOfOthers(found: UploadFindings): FoundSignature[] {
  if (found.kind !== 'pdf') return [];
  return found.signatures.filter(({ kind, certificate }) => kind === 'signature' && certificate !== 'ours');
}

/** How an upload was signed: inside the file, by a signature of its own, or by hand. */
export function signingFound(found: UploadFindings): 'scan' | 'elsewhere' {
  return signaturesOfOthers(found).length > 0 ? 'elsewhere' : 'scan';
}

export type LevelFound = 'AdES' | 'QES' | 'none';

/**
 * The level that the signatures of a file claim, and the one that holds: of several, the least. `QES` only where a trusted
 * list names the issuer; without a certificate that is trusted, nothing is verified (eIDAS, articles 3 and 26).
 */
export function levelFound(found: UploadFindings): { claimed: LevelFound; verified: LevelFound } {
  const signatures = signaturesOfOthers(found);
  if (signatures.length === 0) return { claimed: 'none', verified: 'none' };
  return {
    claimed: signatures.every(({ claimsQualified }) => claimsQualified) ? 'QES' : 'AdES',
    verified: least(signatures.map(verifiedLevel)),
  };
}

/** Whether the bytes that were signed are in doubt: not intact, not the whole file, or pages that look another way since. */
export function bytesInDoubt(found: UploadFindings): boolean {
  return signaturesOfOthers(found).some(
    ({ intact, covers, changedPages }) =>
      !intact || covers === 'part' || (covers === 'then-additions' && changedPages?.length !== 0),
  );
}

/** Whether less was verified than what the signatures claim, or a timestamp does not hold. */
export function levelInDoubt(found: UploadFindings): boolean {
  const { claimed, verified } = levelFound(found);
  const fails = ['other-document', 'untrusted', 'broken'];
  return claimed !== verified || signaturesOfOthers(found).some(({ timestamp }) => fails.includes(timestamp));
}

function verifiedLevel({ intact, covers, certificate, timestamp }: FoundSignature): LevelFound {
  if (!intact || covers === 'part' || timestamp === 'other-document' || timestamp === 'broken') return 'none';
  if (certificate === 'qualified') return 'QES';
  return certificate === 'trusted' ? 'AdES' : 'none';
}

function least(levels: readonly LevelFound[]): LevelFound {
  if (levels.includes('none')) return 'none';
  return levels.includes('AdES') ? 'AdES' : 'QES';
}
