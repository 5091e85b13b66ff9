import type { Sha256 } from '../domain/ids.ts';

/** A fingerprint to compare by eye: its first two groups of four and its last one, `9c41 07be ... e830`. */
export function fingerprintWords(fingerprint: Sha256): string {
  // A placeholder stays as it is: the text that it stands for is not made yet.
  if (fingerprint.startsWith('[')) return fingerprint;
  return `${fingerprint.slice(0, 4)} ${fingerprint.slice(4, 8)} ... ${fingerprint.slice(-4)}`;
}
