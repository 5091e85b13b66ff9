import { createHash, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Stamp } from './baseline-signature.ts';
import { TimestampFault, tokenIn } from './timestamp-answer.ts';

export type TimestampAuthority = {
  /** Its address; a name and a password in it are sent as such (RFC 7617). */
  url: string;
  /** Whose timestamps count, in PEM. */
  roots: string[];
  policy: string | null;
  /** How long it may take to answer, in milliseconds. */
  patience?: number;
};

/** The largest answer that is read, in bytes; a token with its certificates has some thousand. */
const largest = 256 * 1024;

/** Asks a time-stamp authority over HTTP (RFC 3161, 3.4) and takes its answer only after a look; throws a TimestampFault else. */
export function askTimestamp({ url, roots, policy, patience = 15_000 }: TimestampAuthority): Stamp {
  return async (value) => {
    const digest = createHash('sha256').update(value).digest();
    const nonce = newNonce();
    const before = new Date();
    const answer = await posted(url, question(digest, nonce, policy), patience);
    return await tokenIn(answer, { value, nonce, policy, between: [before, new Date()] }, roots);
  };
}

/** Positive and of a fixed length, so that it comes back with the very bytes. */
function newNonce(): Buffer {
  const nonce = randomBytes(12);
  nonce.writeUInt8((nonce.readUInt8(0) & 0x3f) | 0x40, 0);
  return nonce;
}

function question(digest: Uint8Array, nonce: Uint8Array, policy: string | null): Uint8Array<ArrayBuffer> {
  const asked = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({
        algorithmId: '2.16.840.1.101.3.4.2.1',
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: new Uint8Array(digest).buffer }),
    }),
    ...(policy === null ? {} : { reqPolicy: policy }),
    nonce: new asn1js.Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  });
  return new Uint8Array(asked.toSchema().toBER());
}

async function posted(address: string, body: Uint8Array<ArrayBuffer>, patience: number): Promise<Uint8Array> {
  const url = new URL(address);
  const headers: Record<string, string> = {
    'content-type': 'application/timestamp-query',
    accept: 'application/timestamp-reply',
  };
  if (url.username !== '') {
    const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
    url.username = '';
    url.password = '';
  }
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    if (!response.ok) {
      await response.body?.cancel();
      throw new TimestampFault('http-error');
    }
    return await bytesOf(response);
  } catch (error) {
    if (error instanceof TimestampFault) throw error;
    throw new TimestampFault(signal.aborted ? 'silent' : 'unreachable');
  }
}

async function bytesOf({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > largest) throw new TimestampFault('junk');
  }
  return Buffer.concat(parts);
}
