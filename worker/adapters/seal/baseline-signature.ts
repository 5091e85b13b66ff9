import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Signer } from './signer.ts';

/** Gives an RFC 3161 token (DER) over a signature's value. */
export type Stamp = (value: Uint8Array) => Promise<Uint8Array>;

/**
 * A detached CMS signature (DER) over the parts of a PDF as PAdES baseline wants it (ETSI EN 319 142-1, 6.3): the type of
 * what is signed, its digest and the signer's certificate are signed; the time is not among them, since it stands in the
 * PDF's own `/M`. With `stamp`, its token is added unsigned, which makes baseline T of baseline B.
 */
export async function baselineSignature(
  parts: readonly Uint8Array[],
  signer: Signer,
  stamp?: Stamp,
): Promise<Uint8Array> {
  const certificates = [signer.certificate, ...signer.above].map((one) => pkijs.Certificate.fromBER(one));
  const [certificate] = certificates;
  if (!certificate) throw new Error('A signer without a certificate signs nothing.');
  const signedAttrs = signedAttributes(parts, signer.certificate);
  const value = await signer.sign(encoded(signedAttrs));
  const token = stamp ? await stamp(value) : null;
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: sha256 }),
    signedAttrs,
    signatureAlgorithm: signatureAlgorithm(signer.algorithm),
    signature: new asn1js.OctetString({ valueHex: new Uint8Array(value).buffer }),
    ...(token ? { unsignedAttrs: unsignedAttributes(token) } : {}),
  });
  const data = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: sha256 })],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
    certificates,
    signerInfos: [info],
  });
  // Not encoded anew: certificates keep the very bytes that their issuers signed.
  const content = new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: data.toSchema(false) });
  return new Uint8Array(content.toSchema().toBER());
}

const sha256 = '2.16.840.1.101.3.4.2.1';

function signatureAlgorithm(algorithm: Signer['algorithm']): pkijs.AlgorithmIdentifier {
  return algorithm === 'EC'
    ? new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' })
    : new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.11', algorithmParams: new asn1js.Null() });
}

function signedAttributes(parts: readonly Uint8Array[], certificate: Uint8Array): pkijs.SignedAndUnsignedAttributes {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  const attributes = [
    new pkijs.Attribute({
      type: '1.2.840.113549.1.9.3',
      values: [new asn1js.ObjectIdentifier({ value: pkijs.ContentInfo.DATA })],
    }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.4', values: [octets(digest.digest())] }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.47', values: [named(certificate)] }),
  ];
  // DER wants the members of a set in the order of their bytes (X.690, 11.6).
  const inOrder = attributes
    .map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER()) }))
    .toSorted((one, other) => Buffer.compare(one.der, other.der));
  return new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: inOrder.map(({ attribute }) => attribute) });
}

/** signing-certificate-v2 (RFC 5035): which certificate signed, by its SHA-256, the digest that goes without saying. */
function named(certificate: Uint8Array): asn1js.Sequence {
  const id = new asn1js.Sequence({ value: [octets(createHash('sha256').update(certificate).digest())] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
}

function unsignedAttributes(token: Uint8Array): pkijs.SignedAndUnsignedAttributes {
  const { result } = asn1js.fromBER(token);
  return new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [result] })],
  });
}

/** What is signed of the attributes: their set under its own tag, not the one it has inside (RFC 5652, 5.4). */
function encoded(attributes: pkijs.SignedAndUnsignedAttributes): Uint8Array {
  const bytes = new Uint8Array(attributes.toSchema().toBER());
  bytes[0] = 0x31;
  return bytes;
}

function octets(bytes: Uint8Array): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: new Uint8Array(bytes).buffer });
}
