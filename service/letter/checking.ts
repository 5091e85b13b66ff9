import { createHash } from 'node:crypto';
import { sha256 as sha256Of } from '../../domain/canonical.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { LetterChecked, LetterOfOurs, Verdict } from '../../domain/letter-checked.ts';
import { type FoundSignature, largestUpload } from '../../domain/upload-findings.ts';
import type { Door } from '../door.ts';
import { lettersKnown } from './letters-known.ts';

/**
 * Whether a file is a letter of ours: intact; intact with something added behind it; changed; or not known. A letter is
 * known by its bytes, or by our seal on it (`letter` is null then, where the records do not have it). Nothing of the file
 * or about it is kept.
 */
export async function checkLetter(door: Door, bytes: Uint8Array): Promise<LetterChecked> {
  const sha256 = sha256Of(bytes);
  if (bytes.length > largestUpload) return { sha256, signatures: [], verdict: 'refused', why: 'too-large' };
  const [letter] = await lettersKnown(door, sha256);
  const found = await door.inspector.inspect(bytes, door.clock.now());
  const signatures = found.kind === 'pdf' ? found.signatures : [];
  const verdict = letter ? ({ verdict: 'ours', letter } as const) : await verdictOn(door, bytes, signatures);
  if (verdict.verdict === 'unknown' && found.kind === 'refused')
    return { sha256, signatures, verdict: 'refused', why: found.why };
  return { sha256, signatures, ...verdict };
}

/** What a file is that is no letter of ours as it stands: by our seal on it, and by the letter that it may begin with. */
async function verdictOn(door: Door, bytes: Uint8Array, signatures: readonly FoundSignature[]): Promise<Verdict> {
  const inside = await letterInside(door, bytes, signatures);
  const seal = signatures.find(({ certificate, kind }) => certificate === 'ours' && kind === 'signature');
  const isHeld = seal?.intact === true && seal.covers !== 'part';
  if (isHeld && seal.covers === 'all') return { verdict: 'ours', letter: null };
  if (isHeld || inside?.as === 'sealed')
    return { verdict: 'additions', letter: inside, changedPages: isHeld ? seal.changedPages : null };
  // What a broken seal stands on may begin with a letter of ours, but that one did not bear the seal.
  if (seal || (await door.inspector.carriesOurs(bytes))) return { verdict: 'changed' };
  return inside ? { verdict: 'additions', letter: inside, changedPages: null } : { verdict: 'unknown' };
}

/** The same for a fingerprint alone: known, or not. */
export async function checkFingerprint(door: Door, sha256: Sha256): Promise<LetterChecked> {
  const [letter] = await lettersKnown(door, sha256);
  const said = { sha256, signatures: [] };
  return letter ? { ...said, verdict: 'ours', letter } : { ...said, verdict: 'unknown' };
}

/** A letter of ours that is the beginning of the file: one ends wherever a signature or a revision of the file does. */
async function letterInside(
  door: Door,
  bytes: Uint8Array,
  signatures: readonly FoundSignature[],
): Promise<LetterOfOurs | null> {
  for (const sha256 of beginnings(bytes, signatures)) {
    const [letter] = await lettersKnown(door, sha256);
    if (letter) return letter;
  }
  return null;
}

/** The fingerprints of the beginnings of a file at which a PDF may have ended, longest first. */
function beginnings(bytes: Uint8Array, signatures: readonly FoundSignature[]): Sha256[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = new Set(signatures.map(({ end }) => end));
  for (let at = file.indexOf(mark); at !== -1 && ends.size < mostEnds; at = file.indexOf(mark, at + 1)) {
    const end = at + mark.length;
    for (const more of ['', '\n', '\r', '\r\n'])
      if (file.subarray(end, end + more.length).toString('latin1') === more) ends.add(end + more.length);
  }
  const hash = createHash('sha256');
  let from = 0;
  const inOrder = [...ends].filter((end) => end > 0 && end < file.length).toSorted((one, other) => one - other);
  const found = inOrder.map((end) => {
    hash.update(file.subarray(from, end));
    from = end;
    return hash.copy().digest('hex');
  });
  return found.toReversed();
}

const mark = '%%EOF';
const mostEnds = 64;
