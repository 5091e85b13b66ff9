import { createPrivateKey, createSign, type KeyObject } from 'node:crypto';

/** Whose key signs: its certificate, those above it (each in DER, the issuer first), and the signature itself. */
export type Signer = {
  certificate: Uint8Array;
  above: Uint8Array[];
  algorithm: 'RSA' | 'EC';
  /** Signs bytes with SHA-256: PKCS#1 v1.5 by an RSA key, a DER sequence of r and s by an elliptic one. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
};

/** A signer with a private key at hand, in PEM or as a key object. */
export function signerWith(
  key: KeyObject | string,
  { certificate, above }: Pick<Signer, 'certificate' | 'above'>,
): Signer {
  const privateKey = typeof key === 'string' ? createPrivateKey(key) : key;
  return {
    certificate,
    above,
    algorithm: privateKey.asymmetricKeyType === 'ec' ? 'EC' : 'RSA',
    sign: async (bytes) => createSign('sha256').update(bytes).sign(privateKey),
  };
}
