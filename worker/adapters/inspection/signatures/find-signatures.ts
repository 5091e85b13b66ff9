import { limits } from '../limits.ts';

/** A signature dictionary as it stands in a PDF's bytes: what it signs, with what, and where it stands. */
export type WrittenSignature = {
  covers: 'all' | 'then-additions' | 'part';
  /** The parts that are signed, in order; none where the ranges are not what they must be. */
  signed: Uint8Array[];
  /** Where the last of these parts ends; 0 where there are none. */
  end: number;
  /** The CMS structure in its DER form, with what was left free after it. */
  contents: Uint8Array;
  /** The numbers of its ByteRange, as they are written. */
  ranges: string;
  /** The rest of the dictionary as text, for its time and its kind. */
  dictionary: string;
};

/**
 * Finds every signature in a PDF by its ByteRange, which stands in plain bytes wherever one is (ISO 32000-2, 12.8.1): two
 * ranges, the first from the very start, between them the dictionary's one Contents and nothing else. Whatever is not so is
 * found as a signature that leaves something out. Null where there are more than are looked at.
 */
export function findSignatures(bytes: Uint8Array): WrittenSignature[] | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: WrittenSignature[] = [];
  for (let at = file.indexOf(byteRange); at !== -1; at = file.indexOf(byteRange, at + byteRange.length)) {
    if (found.length === limits.signatures) return null;
    found.push(signatureAt(file, at));
  }
  return found.map((one) => (isAlone(one, found) ? one : { ...one, ...partial }));
}

const byteRange = '/ByteRange';
const partial = { covers: 'part', signed: [], end: 0 } satisfies Partial<WrittenSignature>;

function signatureAt(file: Buffer, at: number): WrittenSignature {
  const written = file.subarray(at + byteRange.length, at + 200).toString('latin1');
  const numbers = /^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(written)?.slice(1).map(Number);
  const [start = -1, before = -1, after = -1, rest = -1] = numbers ?? [];
  const ranges = numbers?.join(' ') ?? '';
  const contents = contentsBetween(file, before, after);
  const end = after + rest;
  if (!numbers || contents === null || start !== 0 || end > file.length)
    return { ...partial, contents: contents ?? new Uint8Array(), ranges, dictionary: '' };
  const dictionary = dictionaryAround(file, at, { before, after });
  if (dictionary === null) return { ...partial, contents, ranges, dictionary: '' };
  return {
    covers: end === file.length ? 'all' : 'then-additions',
    signed: [file.subarray(0, before), file.subarray(after, end)],
    end,
    contents,
    ranges,
    dictionary,
  };
}

/** The bytes that a gap spells in hexadecimal; null where anything but one `<…>` stands in it. */
function contentsBetween(file: Buffer, before: number, after: number): Uint8Array | null {
  if (before < 1 || after < before + 2 || after > file.length) return null;
  const gap = file.subarray(before, after).toString('latin1');
  return /^<(?:[0-9A-Fa-f]{2})*>$/.test(gap) ? Buffer.from(gap.slice(1, -1), 'hex') : null;
}

/** The text of the object around a gap, where the gap is its one Contents and `at` its one ByteRange; null else. */
function dictionaryAround(file: Buffer, at: number, gap: { before: number; after: number }): string | null {
  const start = file.lastIndexOf(' obj', gap.before);
  const end = file.indexOf('endobj', gap.after);
  if (start === -1 || end === -1 || at < start || at > end) return null;
  if (gap.before - start > furthest || end - gap.after > furthest) return null;
  const before = file.subarray(start, gap.before).toString('latin1');
  const text = `${before}${file.subarray(gap.after, end).toString('latin1')}`;
  const only = (word: RegExp) => (text.match(word) ?? []).length === 1;
  return /\/Contents\s*$/.test(before) && only(/\/Contents/g) && only(/\/ByteRange/g) ? text : null;
}

/** How far from its Contents the rest of a signature dictionary is looked for, in bytes. */
const furthest = 65_536;

/** Whether no other signature claims the same gap. */
function isAlone(one: WrittenSignature, all: readonly WrittenSignature[]): boolean {
  return (
    one.signed.length === 0 || all.filter(({ signed }) => signed[0]?.length === one.signed[0]?.length).length === 1
  );
}
