import type { Signer as LibpdfSigner, PDF } from '@libpdf/core';

/** A PDF with a place for a signature added at its end, and what will be signed of it. */
export type Place = {
  /** Everything but the place itself, in order. */
  parts: [Uint8Array, Uint8Array];
  /** The whole file with the signature in its place. */
  filled(signature: Uint8Array): Uint8Array;
};

export type Wanted = {
  /** The name of the signature's field; a number is added where there is one of that name. */
  name: string;
  /** When it is said to be signed. */
  at: Date;
  /** A certificate in DER: any that can be read. */
  certificate: Uint8Array;
  /** How many bytes the signature may have. */
  room: number;
};

/** A file to which nothing can be added without rewriting it: what was signed in it before would be lost. */
export class CannotBeAddedTo extends Error {}

/**
 * Adds an empty signature to a PDF by an incremental update (ISO 32000-2, 7.5.6): every byte stays as it was. libpdf signs with
 * nothing, and what it wrote there is replaced, because its own CMS holds a signing-time, which PAdES baseline forbids;
 * only its public ways are used, so no patch of it has to be kept.
 */
export async function withPlace(pdf: Uint8Array, wanted: Wanted): Promise<Place> {
  const { PDF } = await import('@libpdf/core');
  const document = await PDF.load(pdf);
  refuseWhatWouldBeRewritten(document);
  const { bytes } = await document.sign({
    signer: nobody(wanted.certificate),
    fieldName: freeName(document, wanted.name),
    signingTime: wanted.at,
    estimatedSize: wanted.room,
  });
  const file = Buffer.from(bytes);
  if (!file.subarray(0, pdf.length).equals(pdf)) throw new CannotBeAddedTo('libpdf rewrote the file');
  return placeIn(file, pdf.length, wanted.room);
}

function placeIn(file: Buffer, from: number, room: number): Place {
  const written = file.toString('latin1', from).match(/\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/);
  const [before = 0, after = 0, rest = 0] = (written ?? []).slice(1).map(Number);
  if (after - before !== room * 2 + 2 || after + rest !== file.length)
    throw new Error('The place for the signature is not where libpdf says.');
  return {
    parts: [file.subarray(0, before), file.subarray(after)],
    filled: (signature) => {
      if (signature.length > room) throw new Error(`A signature of ${signature.length} bytes has room for ${room}.`);
      const filled = Buffer.from(file);
      filled.write(
        Buffer.from(signature)
          .toString('hex')
          .padEnd(room * 2, '0'),
        before + 1,
        'latin1',
      );
      return filled;
    },
  };
}

function nobody(certificate: Uint8Array): LibpdfSigner {
  return {
    certificate,
    keyType: 'RSA',
    signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
    sign: async () => new Uint8Array(1),
  };
}

/** Told before anything is written, because libpdf then rewrites the whole file without a word. */
function refuseWhatWouldBeRewritten(document: PDF): void {
  // A linearized file takes an update like any other (ISO 32000-2, annex F.1); libpdf hesitates for what it reads first.
  if (document.isLinearized) Object.defineProperty(document, 'isLinearized', { value: false });
  const reason = document.canSaveIncrementally();
  if (reason !== null) throw new CannotBeAddedTo(reason);
}

function freeName(document: PDF, name: string): string {
  const taken = new Set(document.getForm()?.getFieldNames() ?? []);
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(one)) return one;
  }
}
