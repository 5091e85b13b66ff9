import { X509Certificate } from 'node:crypto';

/**
 * Whether one of these certificates' public keys stands in a file, as PDFs write a signature: in hexadecimal. Half of the
 * key is enough, so that damage to the certificate itself does not hide it.
 */
export function carriesKeyOf(certificates: readonly string[], bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return certificates.flatMap(halvesOfKey).some((half) => file.includes(half) || file.includes(half.toUpperCase()));
}

function halvesOfKey(pem: string): string[] {
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  // What stands before and behind says the kind of the key alone, and is the same in many.
  const [start, middle, end] = [30, Math.floor(key.length / 2), key.length - 6];
  return [key.subarray(start, middle), key.subarray(middle, end)].map((half) => half.toString('hex'));
}
