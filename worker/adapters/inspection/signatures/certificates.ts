import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { ListedService, QualifiedStatements } from '../../../../domain/trusted-list.ts';

/** Whom a verdict trusts, each a text in PEM. */
export type Trust = {
  /** The certificates with which this network seals, or has sealed. */
  ours: string[];
  /** Roots of authorities whose certificates are trusted for signatures. */
  trusted: string[];
  /** Services whose certificates are qualified, by a trusted list that is set. */
  qualified: ListedService[];
  /** Roots of authorities whose timestamps are trusted. */
  timestamps: string[];
};

export const nobodyTrusted: Trust = { ours: [], trusted: [], qualified: [], timestamps: [] };

/** Every certificate in texts of PEM. */
export function certificatesIn(texts: readonly string[]): pkijs.Certificate[] {
  return texts.flatMap((text) =>
    [...text.matchAll(/-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/g)].map(
      ([, body = '']) => pkijs.Certificate.fromBER(Buffer.from(body, 'base64')),
    ),
  );
}

/** SHA-256 of a certificate, in hexadecimal. */
export function fingerprintOf(certificate: pkijs.Certificate): string {
  return createHash('sha256').update(Buffer.from(certificate.toSchema().toBER())).digest('hex');
}

/** Whether a certificate leads to one of these authorities, over others at hand, and each of them is valid at the time. */
export async function leadsTo(
  certificate: pkijs.Certificate,
  others: readonly pkijs.Certificate[],
  authorities: readonly pkijs.Certificate[],
  at: Date,
): Promise<boolean> {
  if (authorities.length === 0) return false;
  // The engine wants the certificate in question last.
  const certs = [...others.filter((other) => other !== certificate), certificate];
  const engine = new pkijs.CertificateChainValidationEngine({ trustedCerts: [...authorities], certs, checkDate: at });
  return await engine.verify().then(
    ({ result }) => result,
    () => false,
  );
}

/** The name of a certificate's holder or issuer: the common name, else the organisation. */
export function nameIn(name: pkijs.RelativeDistinguishedNames): string {
  const find = (type: string) => {
    const value: unknown = name.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value;
    return typeof value === 'string' ? value : '';
  };
  return find('2.5.4.3') || find('2.5.4.10');
}

/** What a certificate says of itself (ETSI EN 319 412-5): QcCompliance and QcSSCD. */
export function statementsOf(certificate: pkijs.Certificate): QualifiedStatements {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === '1.3.6.1.5.5.7.1.3');
  const { result } = asn1js.fromBER(extension?.extnValue.valueBlock.valueHexView ?? new Uint8Array());
  const all = result instanceof asn1js.Sequence ? result.valueBlock.value : [];
  const ids = all.map((one) => {
    const [id] = one instanceof asn1js.Sequence ? one.valueBlock.value : [];
    return id instanceof asn1js.ObjectIdentifier ? id.valueBlock.toString() : '';
  });
  return { isQualified: ids.includes('0.4.0.1862.1.1'), onDevice: ids.includes('0.4.0.1862.1.4') };
}

/** Whether a certificate may be used for a purpose, such as timestamps. */
export function mayBeUsedFor(certificate: pkijs.Certificate, purpose: string): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.37')?.parsedValue as
    | { keyPurposes?: string[] }
    | undefined;
  return usage?.keyPurposes?.includes(purpose) ?? false;
}
