import type { MandatePaper } from './case-papers.ts';
import type { Day, Instant, Sha256 } from './ids.ts';
import type { Signatory } from './letter-answer.ts';
import type { FlagKind } from './onboarding/flags.ts';
import type { IssuedLetter, SignatureLevel, Signing } from './onboarding/state.ts';
import type { FoundSignature } from './upload-findings.ts';

/** How a letter came to be signed, by names and times, as the records have it; it goes into the certificate. */
export type LetterEvidence = {
  letter: IssuedLetter;
  mandate: MandatePaper;
  signatories: SignatoryEvidence[];
  verifiedBy: { name: string; at: Instant } | null;
  countersignedBy: { name: string; at: Instant } | null;
  memberSince: Day;
  audit: AuditHead;
};

export type SignatoryEvidence = {
  name: string;
  title: string;
  capacity: Signatory['capacity'];
  signing: Signing;
  at: Instant;
  zone: string;
  signedOn: Day;
  /** Of the letter that was read and signed, or of the file as it came. */
  signatureSha256: Sha256;
  level: SignatureLevel;
  flags: FlagSettled[];
  /** In the portal: where the code went, and which sentences were confirmed. */
  code: { sentTo: string } | null;
  consent: string[];
  /** Signed elsewhere: what was found in the file. */
  found: FoundSignature[];
  /** By hand: a picture of each page. */
  pictures: Sha256[];
};
export type FlagSettled = { kind: FlagKind; by: string; at: Instant; reason: string };

/** Where the chain of the audit ends: its last entry's number and hash, and when that was written; zero where it is empty. */
export type AuditHead = { number: number; hash: Sha256; at: Instant | null };
