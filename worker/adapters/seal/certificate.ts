import { createHash, randomBytes, type webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** Whose certificate it is, as it stands there: at most 64 characters each (X.520). */
export type Subject = { commonName: string; organisation: string };

export type CertificateOrder = {
  subject: Subject;
  publicKey: webcrypto.CryptoKey;
  /** Who gives it out; absent: it vouches for itself, and for others. */
  issuer?: pkijs.Certificate;
  issuerKey: webcrypto.CryptoKey;
  from: Date;
  to: Date;
};

/** A pair of keys of the kind that the test authority uses: an elliptic curve that every reader of PDFs knows. */
export async function newKeys(): Promise<{ publicKey: webcrypto.CryptoKey; privateKey: webcrypto.CryptoKey }> {
  return await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

/** Makes a certificate (RFC 5280): an authority's where nobody else gives it out, else one that may only sign. */
export async function makeCertificate(order: CertificateOrder): Promise<pkijs.Certificate> {
  const { issuer, from, to } = order;
  const certificate = new pkijs.Certificate({ version: 2 });
  certificate.serialNumber = new asn1js.Integer({ valueHex: serialNumber() });
  certificate.subject = nameOf(order.subject);
  certificate.issuer = issuer?.subject ?? certificate.subject;
  certificate.notBefore = timeOf(from);
  certificate.notAfter = timeOf(to);
  await certificate.subjectPublicKeyInfo.importKey(order.publicKey);
  const ownId = keyId(certificate);
  certificate.extensions = [
    extension('2.5.29.19', new pkijs.BasicConstraints(issuer ? { cA: false } : { cA: true }).toSchema(), true),
    extension('2.5.29.15', usage(issuer ? ['digitalSignature', 'nonRepudiation'] : ['keyCertSign', 'cRLSign']), true),
    extension('2.5.29.14', new asn1js.OctetString({ valueHex: ownId })),
    extension(
      '2.5.29.35',
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: issuer ? keyId(issuer) : ownId }),
      }).toSchema(),
    ),
    // noRevAvail (RFC 9608): nobody publishes which of these certificates no longer count, and that is said in them.
    ...(issuer ? [extension('2.5.29.56', new asn1js.Null())] : []),
  ];
  await certificate.sign(order.issuerKey, 'SHA-256');
  return certificate;
}

/** Positive, and never twice: 126 random bits. */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}

function nameOf({ organisation, commonName }: Subject): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: string) => {
    const text = new asn1js.Utf8String({ value: Array.from(value).slice(0, 64).join('') });
    return new asn1js.Set({
      value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), text] })],
    });
  };
  // Read back from its bytes, because the library itself would put all parts into one set.
  const name = new asn1js.Sequence({ value: [part('2.5.4.10', organisation), part('2.5.4.3', commonName)] });
  return pkijs.RelativeDistinguishedNames.fromBER(name.toBER());
}

/** Years from 2050 on are written in another way (RFC 5280, 4.1.2.5). */
function timeOf(value: Date): pkijs.Time {
  const type = value.getUTCFullYear() < 2050 ? pkijs.TimeType.UTCTime : pkijs.TimeType.GeneralizedTime;
  return new pkijs.Time({ type, value });
}

const usageBits = { digitalSignature: 0x80, nonRepudiation: 0x40, keyCertSign: 0x04, cRLSign: 0x02 };

function usage(uses: (keyof typeof usageBits)[]): asn1js.BitString {
  const bits = uses.reduce((sum, use) => sum | usageBits[use], 0);
  // DER leaves out the zeros at the end of a list of named bits.
  const unusedBits = 31 - Math.clz32(bits & -bits);
  return new asn1js.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits });
}

function keyId(certificate: pkijs.Certificate): ArrayBuffer {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return new Uint8Array(createHash('sha1').update(key).digest()).buffer;
}

function extension(extnID: string, value: asn1js.BaseBlock, critical = false): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
}
