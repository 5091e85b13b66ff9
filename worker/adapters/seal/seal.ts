import type { Instant } from '../../../domain/ids.ts';
import type { SealLevel } from '../../../domain/onboarding/letter-state.ts';
import { findSignatures } from '../inspection/signatures/find-signatures.ts';
import { judgeBy } from '../inspection/signatures/judge.ts';
import { type Authority, trustOf } from './authority.ts';
import { baselineSignature, type Stamp } from './baseline-signature.ts';
import { withPlace } from './place.ts';

export type Sealed = {
  bytes: Uint8Array;
  /** The level that the seal was made for, and the one that was found on reading it back. */
  level: SealLevel;
  verified: SealLevel | 'none';
  authority: Authority['kind'];
};

export type Seal = {
  /** Seals a PDF at its end, so that all bytes before stay as they are, and with them whoever signed it before. */
  seal(pdf: Uint8Array, at: Instant): Promise<Sealed>;
};

/** The seal of an authority: PAdES baseline B, or T where `stamp` asks an authority for the time. */
export function createSeal(authority: Authority, stamp?: Stamp): Seal {
  const { signer, kind } = authority;
  const level = stamp ? 'B-T' : 'B-B';
  return {
    seal: async (pdf, at) => {
      const room = 4096 + roomFor(signer.certificate, ...signer.above) + (stamp ? 16_384 : 0);
      const place = await withPlace(pdf, { name: 'Seal', at: new Date(at), certificate: signer.certificate, room });
      const bytes = place.filled(await baselineSignature(place.parts, signer, stamp));
      return { bytes, level, verified: await levelOf(bytes, authority, at), authority: kind };
    },
  };
}

function roomFor(...certificates: Uint8Array[]): number {
  return certificates.reduce((sum, { length }) => sum + length, 0);
}

/** The level of the last seal in a file, read anew from its bytes by the code that reads files of others. */
async function levelOf(bytes: Uint8Array, authority: Authority, at: Instant): Promise<Sealed['verified']> {
  const last = findSignatures(bytes)?.at(-1);
  const found = last ? await judgeBy(trustOf(authority), at)(last) : null;
  if (!found?.intact || found.covers !== 'all' || found.certificate !== 'ours') return 'none';
  return found.timestamp === 'valid' ? 'B-T' : 'B-B';
}
