import { type FoundSignature, mostPages, type UploadFindings } from '../../../domain/upload-findings.ts';
import { limits } from './limits.ts';
import { drawPage } from './page-pictures.ts';
import { type OpenPdf, openPdf } from './pdfium.ts';
import type { Trust } from './signatures/certificates.ts';
import { findSignatures, type WrittenSignature } from './signatures/find-signatures.ts';
import { judgeBy } from './signatures/judge.ts';

/** Looks at a PDF: its pages, every signature in it, and what was added since. */
export async function lookAtPdf(bytes: Uint8Array, trust: Trust, at: string): Promise<UploadFindings> {
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') return { kind: 'refused', why: pdf };
  if (pdf.pages > mostPages) return { kind: 'refused', why: 'too-many-pages' };
  if (Array.from({ length: pdf.pages }, (_, page) => pdf.size(page)).includes(null))
    return { kind: 'refused', why: 'malformed' };
  const written = findSignatures(bytes);
  if (!written) return { kind: 'refused', why: 'too-costly' };
  const judge = judgeBy(trust, at);
  const compare = comparing(bytes, pdf);
  const signatures: FoundSignature[] = [];
  for (const one of written.map((each) => inDocument(each, pdf)))
    signatures.push({ ...(await judge(one)), changedPages: await compare(one) });
  return { kind: 'pdf', pages: pdf.pages, signatures, additions: hasAdditions(bytes, signatures) };
}

/** A signature that no reader would show as one of the document's leaves the document out. */
function inDocument(written: WrittenSignature, pdf: OpenPdf): WrittenSignature {
  return pdf.signed.includes(written.ranges) ? written : { ...written, covers: 'part', signed: [], end: 0 };
}

function hasAdditions(bytes: Uint8Array, signatures: readonly FoundSignature[]): boolean {
  if (signatures.length > 0) return !signatures.some(({ covers }) => covers === 'all');
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = tail.lastIndexOf('%%EOF');
  return end === -1 || /[^\s\0]/.test(tail.subarray(end + '%%EOF'.length).toString('latin1'));
}

/** Draws a document as it was when it was signed and as it is, and says which pages (from 1) look another way since. */
function comparing(bytes: Uint8Array, now: OpenPdf): (signature: WrittenSignature) => Promise<number[] | null> {
  const known = new Map<number, number[] | null>();
  return async ({ covers, end }) => {
    if (covers === 'all') return [];
    if (covers === 'part') return null;
    if (!known.has(end)) known.set(end, known.size < limits.earlierStates ? await changedSince(bytes, end, now) : null);
    return known.get(end) ?? null;
  };
}

async function changedSince(bytes: Uint8Array, end: number, now: OpenPdf): Promise<number[] | null> {
  const then = await openPdf(bytes.subarray(0, end));
  if (typeof then === 'string') return null;
  try {
    if (then.pages > mostPages) return null;
    const numbers = Array.from({ length: Math.max(then.pages, now.pages) }, (_, page) => page);
    return numbers.filter((page) => !looksAlike(then, now, page)).map((page) => page + 1);
  } finally {
    then.close();
  }
}

/** Small enough to be drawn at once, and large enough that a changed digit shows. */
const compared = { side: 1100, dots: 96 };

function looksAlike(then: OpenPdf, now: OpenPdf, page: number): boolean {
  if (page >= then.pages || page >= now.pages) return false;
  const before = drawPage(then, page, compared);
  const after = drawPage(now, page, compared);
  if (!before || !after || before.width !== after.width) return false;
  return Buffer.compare(before.data, after.data) === 0;
}
