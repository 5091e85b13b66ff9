import { KeyObject, type webcrypto, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as pkijs from 'pkijs';
import { type Signer, signerWith } from './signer.ts';
import { WrongSealSetting } from './wrong-setting.ts';

/**
 * Opens a PKCS#12 file (RFC 7292), with encryption of today (PBES2, AES) or of before, an RSA or an elliptic key. Refuses what
 * could not seal at this instant: a wrong password, no key, a certificate that is over or not meant for signing.
 */
export async function openKeyStore(file: string, password: string, now: Date): Promise<Signer> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new WrongSealSetting('OASC_SEAL', `cannot be read (${error.code}): there is no readable file ${file}`);
  });
  const { key, certificates } = await opened(bytes, password);
  const all = certificates.map((one) => new X509Certificate(one));
  const certificate = all.find((one) => one.checkPrivateKey(key));
  if (!certificate) throw new WrongSealSetting('OASC_SEAL', 'holds a private key, but not the certificate of that key');
  refuseUnfit(certificate, now);
  return signerWith(key, { certificate: certificate.raw, above: issuersOf(certificate, all).map(({ raw }) => raw) });
}

/**
 * Key and certificates of the file, each as it stands there. libpdf reads every kind of PKCS#12, but makes its own crypto the one of
 * pkijs for the whole process, and that one breaks the checks of signatures: so its key is taken out, and the engine put back.
 */
async function opened(bytes: Uint8Array, password: string): Promise<{ key: KeyObject; certificates: Uint8Array[] }> {
  const { P12Signer } = await import('@libpdf/core');
  const engine = pkijs.getEngine();
  try {
    const signer = await P12Signer.create(bytes, password);
    const key = KeyObject.from(Reflect.get(signer, 'privateKey') as webcrypto.CryptoKey);
    return { key, certificates: [signer.certificate, ...signer.certificateChain] };
  } catch (error) {
    throw whyNotOpened(error instanceof Error ? error.message : String(error));
  } finally {
    pkijs.setEngine(engine.name, engine.crypto ?? undefined);
  }
}

function whyNotOpened(message: string): WrongSealSetting {
  if (/password|integrity/i.test(message))
    return new WrongSealSetting('OASC_SEAL_PASSWORD', 'does not open the file of OASC_SEAL');
  if (/No private key/.test(message))
    return new WrongSealSetting('OASC_SEAL', 'holds no private key: export it together with its certificate');
  if (/No certificates/.test(message))
    return new WrongSealSetting('OASC_SEAL', 'holds no certificate: export it together with its key');
  if (/Unsupported key/.test(message))
    return new WrongSealSetting(
      'OASC_SEAL',
      'holds a key of an unknown kind: RSA, or ECDSA on P-256, P-384 or P-521, can seal',
    );
  return new WrongSealSetting('OASC_SEAL', 'is not a PKCS#12 file (.p12 or .pfx) with a key and its certificate');
}

function refuseUnfit(certificate: X509Certificate, now: Date): void {
  const refuse = (why: string) => new WrongSealSetting('OASC_SEAL', why);
  if (new Date(certificate.validTo) < now)
    throw refuse(`holds a certificate that ended on ${day(certificate.validTo)}: ask its issuer for a new one`);
  if (new Date(certificate.validFrom) > now)
    throw refuse(
      `holds a certificate that begins on ${day(certificate.validFrom)}: until then, seal with the one before`,
    );
  if (certificate.ca)
    throw refuse('holds an authority’s certificate, which gives out others and does not sign letters');
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
