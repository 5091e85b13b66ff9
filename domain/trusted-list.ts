import type { Instant } from './ids.ts';

/** A time with its beginning and, where it has one, the moment from which it no longer counts. */
export type Period = { from: Instant; until: Instant | null };

/** A service of a trusted list that gives out qualified certificates (ETSI TS 119 612), and when the list says that it may. */
export type ListedService = {
  name: string;
  /** Its certificates, each a text in PEM. */
  certificates: string[];
  granted: Period[];
};

/** What a certificate says of itself (ETSI EN 319 412-5): that it is qualified, and that its key lives in a qualified device. */
export type QualifiedStatements = { isQualified: boolean; onDevice: boolean };

/** `certificate`: an advanced signature with a qualified certificate; `signature`: a qualified one (eIDAS, article 3(12)). */
export type Qualified = 'no' | 'certificate' | 'signature';

/**
 * Whether a signature is qualified: only where its certificate says so, and a trusted list says that whoever gave it out might do
 * so at that moment; and only with a key in a qualified device is the signature itself so.
 */
export function qualifiedBy(issuers: readonly ListedService[], said: QualifiedStatements, at: Instant): Qualified {
  if (!said.isQualified || !issuers.some((service) => mightAt(service, at))) return 'no';
  return said.onDevice ? 'signature' : 'certificate';
}

/** Whether a list says that a service might give out qualified certificates at a moment. */
export function mightAt({ granted }: ListedService, at: Instant): boolean {
  const moment = Date.parse(at);
  return granted.some(
    ({ from, until }) => Date.parse(from) <= moment && (until === null || moment < Date.parse(until)),
  );
}
