import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** A CMS signature of one signer, opened (RFC 5652). */
export type Signed = {
  data: pkijs.SignedData;
  signer: pkijs.SignerInfo;
  certificate: pkijs.Certificate;
  /** The other certificates that came along. */
  others: pkijs.Certificate[];
};

/** Opens a CMS structure, with whatever was left free after it; null where it is not one signature with its certificate. */
export function openSigned(contents: Uint8Array): Signed | null {
  try {
    const { result, offset } = asn1js.fromBER(contents);
    if (offset === -1) return null;
    const info = new pkijs.ContentInfo({ schema: result });
    if (info.contentType !== pkijs.ContentInfo.SIGNED_DATA) return null;
    const data = new pkijs.SignedData({ schema: info.content });
    const [signer, ...more] = data.signerInfos;
    const all = (data.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
    if (!signer || more.length > 0 || all.length > mostCertificates) return null;
    const certificate = all.find((one) => isSigners(one, signer));
    return certificate ? { data, signer, certificate, others: all.filter((one) => one !== certificate) } : null;
  } catch {
    return null;
  }
}

/** Whether a detached signature is of exactly these bytes, by the key of its certificate, and names that certificate if any. */
export async function isOf(signed: Signed, parts: readonly Uint8Array[]): Promise<boolean> {
  const { data, signer, certificate } = signed;
  // With content of its own inside, it would be checked against that, and not against the file.
  if (data.encapContentInfo.eContent !== undefined || !namesCertificate(signer, certificate)) return false;
  return await isSigned(signed, Buffer.concat(parts));
}

/** Whether the signature's key has signed these bytes, and the attributes about them. */
export async function isSigned({ data, signer, certificate }: Signed, bytes: Buffer): Promise<boolean> {
  if (!signer.signedAttrs || !strongDigests.has(signer.digestAlgorithm.algorithmId)) return false;
  try {
    const asked = { signer: 0, data: arrayBufferOf(bytes), checkChain: false, extendedMode: true } as const;
    const { signatureVerified, signerCertificate } = await data.verify(asked);
    return signatureVerified === true && signerCertificate === certificate;
  } catch {
    return false;
  }
}

/** An attribute's one value, signed or not; undefined where it is absent. */
export function attribute(from: pkijs.SignedAndUnsignedAttributes | undefined, type: string): unknown {
  const found = (from?.attributes ?? []).filter((one) => one.type === type);
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined;
}

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

const mostCertificates = 24;

/** SHA-256, SHA-384 and SHA-512, by their object identifiers; what is weaker proves nothing. */
export const strongDigests = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

function isSigners(certificate: pkijs.Certificate, { sid }: pkijs.SignerInfo): boolean {
  if (sid instanceof pkijs.IssuerAndSerialNumber)
    return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
  const own = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue;
  return own instanceof asn1js.OctetString && sid instanceof asn1js.OctetString && own.isEqual(sid);
}

/** A signed attribute that names the signer's certificate names this one (RFC 5035); older signatures have none. */
function namesCertificate({ signedAttrs }: pkijs.SignerInfo, certificate: pkijs.Certificate): boolean {
  const value = attribute(signedAttrs, '1.2.840.113549.1.9.16.2.47');
  if (value === undefined) return true;
  const named = value instanceof asn1js.Sequence ? value.valueBlock.value[0] : undefined;
  const first = named instanceof asn1js.Sequence ? named.valueBlock.value[0] : undefined;
  const [one, two] = first instanceof asn1js.Sequence ? first.valueBlock.value : [];
  const explicit = one instanceof asn1js.Sequence ? one.valueBlock.value[0] : undefined;
  const digest =
    explicit instanceof asn1js.ObjectIdentifier ? strongDigests.get(explicit.valueBlock.toString()) : 'sha256';
  const hash = one instanceof asn1js.OctetString ? one : two;
  if (digest === undefined || !(hash instanceof asn1js.OctetString)) return false;
  const ours = createHash(digest).update(Buffer.from(certificate.toSchema().toBER())).digest();
  return ours.equals(Buffer.from(hash.valueBlock.valueHexView));
}
