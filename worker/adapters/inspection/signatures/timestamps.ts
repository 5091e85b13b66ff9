import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { leadsTo, mayBeUsedFor } from './certificates.ts';
import { isSigned, openSigned, type Signed, strongDigests } from './cms.ts';

export type FoundTimestamp =
  | { timestamp: 'none' | 'other-document' | 'untrusted' | 'broken'; timestampedAt: null }
  | { timestamp: 'valid'; timestampedAt: string };

/** What an RFC 3161 token is worth as a timestamp of these bytes, by these authorities. */
export async function judgeTimestamp(
  token: Uint8Array,
  bytes: Buffer,
  authorities: readonly pkijs.Certificate[],
): Promise<FoundTimestamp> {
  const signed = openSigned(token);
  const info = signed ? infoIn(signed) : null;
  if (!signed || !info) return not('broken');
  const digest = strongDigests.get(info.messageImprint.hashAlgorithm.algorithmId);
  if (digest === undefined) return not('broken');
  const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
  if (!createHash(digest).update(bytes).digest().equals(imprint)) return not('other-document');
  if (!(await isSigned(signed, bytes))) return not('broken');
  const isAuthority = mayBeUsedFor(signed.certificate, forTimestamps);
  const isTrusted = isAuthority && (await leadsTo(signed.certificate, signed.others, authorities, info.genTime));
  return isTrusted ? { timestamp: 'valid', timestampedAt: info.genTime.toISOString() } : not('untrusted');
}

/** The timestamp that a signature brings with it, over the signature's own value. */
export async function judgeOwnTimestamp(
  { signer }: Signed,
  authorities: readonly pkijs.Certificate[],
): Promise<FoundTimestamp> {
  const tokens = (signer.unsignedAttrs?.attributes ?? []).filter(({ type }) => type === timestampToken);
  const [token] = tokens[0]?.values ?? [];
  if (tokens.length === 0) return not('none');
  if (tokens.length > 1 || !(token instanceof asn1js.BaseBlock)) return not('broken');
  const value = Buffer.from(signer.signature.valueBlock.valueHexView);
  return await judgeTimestamp(new Uint8Array(token.toBER()), value, authorities);
}

const timestampToken = '1.2.840.113549.1.9.16.2.14';
const forTimestamps = '1.3.6.1.5.5.7.3.8';

function infoIn({ data }: Signed): pkijs.TSTInfo | null {
  const { eContentType, eContent } = data.encapContentInfo;
  if (eContentType !== pkijs.id_eContentType_TSTInfo || !eContent) return null;
  try {
    return pkijs.TSTInfo.fromBER(eContent.getValue());
  } catch {
    return null;
  }
}

function not(timestamp: Exclude<FoundTimestamp['timestamp'], 'valid'>): FoundTimestamp {
  return { timestamp, timestampedAt: null };
}
