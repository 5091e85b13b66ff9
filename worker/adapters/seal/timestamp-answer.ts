import { createHash } from 'node:crypto';
import type * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { TimestampFaultKind } from '../../../domain/timestamp-fault.ts';
import { certificatesIn, leadsTo } from '../inspection/signatures/certificates.ts';
import { isSigned, openSigned, type Signed, strongDigests } from '../inspection/signatures/cms.ts';

/** What was asked of a time-stamp authority, and when it was asked and had answered by our own clock. */
export type AskedTime = {
  /** What is to be stamped; its SHA-256 was sent. */
  value: Uint8Array;
  nonce: Uint8Array;
  /** Null where any policy will do. */
  policy: string | null;
  between: [Date, Date];
};

export class TimestampFault extends Error {
  readonly kind: TimestampFaultKind;
  constructor(kind: TimestampFaultKind) {
    super(`timestamp ${kind}`);
    this.kind = kind;
  }
}

/**
 * The token in the answer of a time-stamp authority (DER), if it is an answer to what was asked and counts (RFC 3161, 2.4.2
 * and 2.3): granted, for this digest, this question and this policy, signed by a certificate that is for timestamps alone,
 * at a time that can be, from one of these authorities (PEM). Throws a TimestampFault else.
 */
export async function tokenIn(answer: Uint8Array, asked: AskedTime, authorities: string[]): Promise<Uint8Array> {
  const token = grantedToken(answer);
  const signed = openSigned(token);
  const info = signed ? infoOf(signed) : null;
  if (!signed || !info) throw new TimestampFault('junk');
  const imprint = info.messageImprint;
  if (
    strongDigests.get(imprint.hashAlgorithm.algorithmId) !== 'sha256' ||
    !same(imprint.hashedMessage, digestOf(asked.value))
  )
    throw new TimestampFault('other-document');
  if (!info.nonce || !same(info.nonce, asked.nonce)) throw new TimestampFault('other-question');
  if (asked.policy !== null && info.policy !== asked.policy) throw new TimestampFault('other-policy');
  if (!(await isSigned(signed, Buffer.from(asked.value)))) throw new TimestampFault('broken');
  if (!isForTimestampsAlone(signed.certificate)) throw new TimestampFault('not-for-timestamps');
  if (!canBe(info.genTime, asked.between)) throw new TimestampFault('wrong-time');
  if (!(await leadsTo(signed.certificate, signed.others, certificatesIn(authorities), info.genTime)))
    throw new TimestampFault('untrusted');
  return token;
}

function grantedToken(answer: Uint8Array): Uint8Array {
  let response: pkijs.TimeStampResp;
  try {
    response = pkijs.TimeStampResp.fromBER(answer);
  } catch {
    throw new TimestampFault('junk');
  }
  const granted = [pkijs.PKIStatus.granted, pkijs.PKIStatus.grantedWithMods];
  if (!granted.includes(response.status.status)) throw new TimestampFault('rejected');
  if (!response.timeStampToken) throw new TimestampFault('junk');
  return new Uint8Array(response.timeStampToken.toSchema().toBER());
}

function infoOf({ data }: Signed): pkijs.TSTInfo | null {
  const { eContentType, eContent } = data.encapContentInfo;
  if (eContentType !== pkijs.id_eContentType_TSTInfo || !eContent) return null;
  try {
    return pkijs.TSTInfo.fromBER(eContent.getValue());
  } catch {
    return null;
  }
}

function digestOf(value: Uint8Array): Buffer {
  return createHash('sha256').update(value).digest();
}

function same({ valueBlock }: asn1js.OctetString | asn1js.Integer, bytes: Uint8Array): boolean {
  return Buffer.from(valueBlock.valueHexView).equals(bytes);
}

/** Extended key usage: critical, and timestamps alone (RFC 3161, 2.3). */
function isForTimestampsAlone({ extensions }: pkijs.Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === '2.5.29.37');
  const purposes = (usage?.parsedValue as { keyPurposes?: string[] } | undefined)?.keyPurposes ?? [];
  return usage?.critical === true && purposes.length === 1 && purposes[0] === '1.3.6.1.5.5.7.3.8';
}

/** How far a clock may be from ours, in milliseconds. */
const tolerance = 5 * 60 * 1000;

function canBe(time: Date, [from, to]: [Date, Date]): boolean {
  return time.getTime() >= from.getTime() - tolerance && time.getTime() <= to.getTime() + tolerance;
}
