import { createVerify, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as pkijs from 'pkijs';
import type { Signer } from './signer.ts';

/** Why a file of a key and its certificate cannot seal, in a sentence after the name of its setting. */
export class CannotSeal extends Error {
  readonly setting: 'OASC_SEAL' | 'OASC_SEAL_PASSWORD';
  constructor(setting: CannotSeal['setting'], why: string) {
    super(why);
    this.setting = setting;
  }
}

/**
 * Opens a PKCS#12 file (RFC 7292), with encryption of today (PBES2, AES) or of before, an RSA or an elliptic key. Refuses what
 * could not seal at this instant: a wrong password, no key, a certificate that is over or not meant for signing.
 */
export async function openKeyStore(file: string, password: string, now: Date): Promise<Signer> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CannotSeal('OASC_SEAL', `cannot be read (${error.code}): there is no readable file ${file}`);
  });
  const { P12Signer } = await import('@libpdf/core');
  const opened = await P12Signer.create(bytes, password).catch((error: unknown) => {
    throw whyNotOpened(error instanceof Error ? error.message : String(error));
  });
  const all = [opened.certificate, ...opened.certificateChain].map((one) => new X509Certificate(one));
  const algorithm = opened.keyType;
  const sign = async (data: Uint8Array) => await opened.sign(data, 'SHA-256');
  const certificate = await certificateOf(sign, all);
  if (!certificate) throw new CannotSeal('OASC_SEAL', 'holds a private key, but not the certificate of that key');
  refuseUnfit(certificate, now);
  return { certificate: certificate.raw, above: issuersOf(certificate, all).map(({ raw }) => raw), algorithm, sign };
}

function whyNotOpened(message: string): CannotSeal {
  if (/password/i.test(message)) return new CannotSeal('OASC_SEAL_PASSWORD', 'does not open the file of OASC_SEAL');
  if (/No private key/.test(message))
    return new CannotSeal('OASC_SEAL', 'holds no private key: export it together with its certificate');
  if (/No certificates/.test(message))
    return new CannotSeal('OASC_SEAL', 'holds no certificate: export it together with its key');
  if (/Unsupported key/.test(message))
    return new CannotSeal(
      'OASC_SEAL',
      'holds a key of an unknown kind: RSA, or ECDSA on P-256, P-384 or P-521, can seal',
    );
  return new CannotSeal('OASC_SEAL', 'is not a PKCS#12 file (.p12 or .pfx) with a key and its certificate');
}

/** The certificate of the key, wherever it stands in the file: the one that verifies what the key signs. */
async function certificateOf(
  sign: (data: Uint8Array) => Promise<Uint8Array>,
  all: readonly X509Certificate[],
): Promise<X509Certificate | null> {
  const tried = Buffer.from('which certificate belongs to this key');
  const signature = await sign(tried);
  return all.find(({ publicKey }) => createVerify('sha256').update(tried).verify(publicKey, signature)) ?? null;
}

function refuseUnfit(certificate: X509Certificate, now: Date): void {
  const refuse = (why: string) => new CannotSeal('OASC_SEAL', why);
  if (new Date(certificate.validTo) < now)
    throw refuse(`holds a certificate that ended on ${day(certificate.validTo)}: ask its issuer for a new one`);
  if (new Date(certificate.validFrom) > now)
    throw refuse(
      `holds a certificate that begins on ${day(certificate.validFrom)}: until then, seal with the one before`,
    );
  if (certificate.ca)
    throw refuse("holds an authority's certificate, which gives out others and does not sign letters");
  if (!maySign(pkijs.Certificate.fromBER(certificate.raw)))
    throw refuse('holds a certificate that is not meant for signing (key usage): ask for one for electronic seals');
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw refuse('holds an RSA key of less than 2048 bits, which no longer counts');
}

/** Key usage, where it is said, includes signatures: its first two bits (RFC 5280, 4.2.1.3). */
function maySign({ extensions }: pkijs.Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === '2.5.29.15')?.parsedValue as
    | { valueBlock: { valueHexView: Uint8Array } }
    | undefined;
  return usage === undefined || ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) !== 0;
}

/** Those above a certificate, its issuer first, as far as the file has them. */
function issuersOf(certificate: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const issuers: X509Certificate[] = [];
  for (let one: X509Certificate | undefined = certificate; one && issuers.length < all.length; ) {
    const below: X509Certificate = one;
    one = all.find(
      (other) =>
        other !== below && !issuers.includes(other) && below.checkIssued(other) && below.verify(other.publicKey),
    );
    if (one) issuers.push(one);
  }
  return issuers;
}

function day(written: string): string {
  return new Date(written).toISOString().slice(0, 10);
}
