import type * as pkijs from 'pkijs';
import { type ListedService, qualifiedBy } from '../../../../domain/trusted-list.ts';
import type { FoundSignature } from '../../../../domain/upload-findings.ts';
import { certificatesIn, fingerprintOf, leadsTo, nameIn, statementsOf, type Trust } from './certificates.ts';
import { attribute, isOf, openSigned, type Signed } from './cms.ts';
import type { WrittenSignature } from './find-signatures.ts';
import { signingTimeIn, writtenTime } from './signing-time.ts';
import { type FoundTimestamp, judgeOwnTimestamp, judgeTimestamp } from './timestamps.ts';

export type Judged = Omit<FoundSignature, 'changedPages'>;

/** Whom to trust, opened once for all signatures of a file. */
export type Judge = (written: WrittenSignature) => Promise<Judged>;

/** Judges signatures by what stands in them, at an instant: that of a valid timestamp where there is one, else the given one. */
export function judgeBy(trust: Trust, at: string): Judge {
  const ours = new Set(certificatesIn(trust.ours).map(fingerprintOf));
  const timestamps = certificatesIn(trust.timestamps);
  const known = { ours, trusted: certificatesIn(trust.trusted), qualified: trust.qualified };
  return async (written) => {
    const { covers, end, dictionary, contents, signed: parts } = written;
    const isTimestamp = /\/SubFilter\s*\/ETSI\.RFC3161\b/.test(dictionary);
    const kind = isTimestamp ? 'document-timestamp' : 'signature';
    const signed = openSigned(contents);
    if (!signed) return { ...nothingFound, kind, covers, end, claimedAt: writtenTime(dictionary) };
    const stamped = isTimestamp
      ? await judgeTimestamp(contents, Buffer.concat(parts), timestamps)
      : await judgeOwnTimestamp(signed, timestamps);
    const intact = isTimestamp ? holds(stamped) : await isOf(signed, parts);
    const { certificate } = signed;
    return {
      kind,
      covers,
      end,
      intact: covers !== 'part' && intact,
      signer: nameIn(certificate.subject),
      issuer: nameIn(certificate.issuer),
      claimedAt: writtenTime(dictionary) ?? signingTimeIn(attribute(signed.signer.signedAttrs, signingTime)),
      ...stamped,
      certificate: await standing(signed, known, new Date(stamped.timestampedAt ?? at)),
      claimsQualified: statementsOf(certificate).isQualified,
    };
  };
}

const signingTime = '1.2.840.113549.1.9.5';

const nothingFound = {
  intact: false,
  signer: '',
  issuer: '',
  timestamp: 'none',
  timestampedAt: null,
  certificate: 'unknown',
  claimsQualified: false,
} as const satisfies Partial<Judged>;

function holds({ timestamp }: FoundTimestamp): boolean {
  return timestamp === 'valid' || timestamp === 'untrusted';
}

type Known = { ours: ReadonlySet<string>; trusted: pkijs.Certificate[]; qualified: readonly ListedService[] };

/** Who vouches for a certificate at a time; a certificate of ours is known by itself. */
async function standing(
  { certificate, others }: Signed,
  known: Known,
  at: Date,
): Promise<FoundSignature['certificate']> {
  if (known.ours.has(fingerprintOf(certificate))) return 'ours';
  const issuers = await issuersOf({ certificate, others }, known.qualified, at);
  const qualified = qualifiedBy(issuers, statementsOf(certificate), at.toISOString());
  if (qualified === 'signature') return 'qualified';
  // A qualified certificate whose key is not in a qualified device makes an advanced signature (eIDAS, article 3(12)).
  if (qualified === 'certificate' || (await leadsTo(certificate, others, known.trusted, at))) return 'trusted';
  const { notBefore, notAfter } = certificate;
  const isOver = at < notBefore.value || at > notAfter.value;
  const all = [...known.trusted, ...known.qualified.flatMap((one) => certificatesIn(one.certificates))];
  return isOver && (await leadsTo(certificate, others, all, notAfter.value)) ? 'expired' : 'unknown';
}

/** The services of a trusted list to which a certificate leads. */
async function issuersOf(
  { certificate, others }: Pick<Signed, 'certificate' | 'others'>,
  listed: readonly ListedService[],
  at: Date,
): Promise<ListedService[]> {
  const found: ListedService[] = [];
  for (const service of listed)
    if (await leadsTo(certificate, others, certificatesIn(service.certificates), at)) found.push(service);
  return found;
}
