import type { Instant, Sha256 } from '../domain/ids.ts';
import type { LetterData } from '../domain/letter-data.ts';
import type { LetterEvidence, SignatoryEvidence } from '../domain/letter-evidence.ts';
import type { LetterSeal } from '../domain/onboarding/state.ts';
import type { FoundSignature } from '../domain/upload-findings.ts';
import { certificateSource } from './certificate-source.ts';
import { certificateWords as words } from './certificate-words.ts';
import type { TypesetDocument } from './letter.ts';
import { checkBox } from './letter-check.ts';
import { inFours } from './letter-signatures.ts';
import { filled, letterWords } from './letter-words.ts';
import { inOneLine } from './shown-text.ts';

export type CertificateData = {
  data: LetterData;
  evidence: LetterEvidence;
  finalSha256: Sha256;
  seal: LetterSeal;
  /** When the letter was sealed. */
  at: Instant;
};

/** A line of the certificate; a fingerprint is set in groups of four. */
type Row = { label: string; value: string; fingerprint?: true };
type Part = { heading: string; rows: Row[] };

/**
 * The certificate of how a letter was signed, in English whatever the letter's language, so that whoever checks it in ten
 * years, anywhere, reads one form; times are in UTC. The same evidence gives the same document.
 */
export function composeCertificate(of: CertificateData): TypesetDocument {
  const { data, evidence, seal, at } = of;
  const authority = inOneLine(data.authority.legalName);
  const certificate = {
    title: words.title,
    about: filled(words.about, { authority, network: inOneLine(data.network.name) }),
    network: inOneLine(data.network.name),
    reference: filled(letterWords.en.reference, { reference: inOneLine(data.reference) }),
    warning: seal.authority === 'test' ? words.test : null,
    parts: [
      theLetter(of),
      theMandate(evidence),
      ...evidence.signatories.map((one, index) => theSignature(one, index, evidence.signatories.length)),
      theNetwork(evidence),
      theSeal(of),
    ],
    limitsHeading: words.limitsHeading,
    limits: words.limits,
    page: letterWords.en.page,
    sealed: null,
    ...checkBox(data.check, letterWords.en),
  };
  return {
    source: certificateSource,
    inputs: { letter: JSON.stringify(certificate) },
    title: `${words.title}: ${inOneLine(data.letter.title)}, ${authority}`,
    author: inOneLine(data.network.name),
    language: 'en',
    date: at.slice(0, 10),
  };
}

function theLetter({ data, evidence, finalSha256 }: CertificateData): Part {
  const { letter } = evidence;
  return {
    heading: words.letter,
    rows: [
      row('title', data.letter.title),
      row('version', `${data.letter.version}, ${words.languages[data.language]}, ${words.pages(letter.pages)}`),
      row('party', `${data.authority.legalName}, ${data.authority.countryName}`),
      row('issued', utc(letter.issuedAt)),
      print('issuedSha256', letter.sha256),
      ...(letter.textSha256 ? [print('textSha256', letter.textSha256)] : []),
      print('finalSha256', finalSha256),
    ],
  };
}

function theMandate({ mandate: { mandate, document } }: LetterEvidence): Part {
  return {
    heading: words.mandate,
    rows: [
      row('basis', words.mandates[mandate.kind]),
      row('reference', mandate.reference),
      row('decided', mandate.decidedOn),
      row('inForce', mandate.effectiveOn),
      ...(mandate.textSha256 ? [print('approvedText', mandate.textSha256)] : []),
      ...(document ? [print('document', document.sha256)] : [row('document', words.noDocument)]),
    ],
  };
}

function theSignature(one: SignatoryEvidence, index: number, of: number): Part {
  const { name, title, capacity, signing, at, signedOn, signatureSha256, level, flags, code, consent, found } = one;
  return {
    heading: of === 1 ? words.signature : filled(words.signatureOf, { number: String(index + 1), of: String(of) }),
    rows: [
      row('signatory', `${name}, ${title}`),
      row('capacity', letterWords.en.capacities[capacity]),
      row('how', words.how[signing]),
      signing === 'electronic' ? row('signed', utc(at)) : row('signedOn', `${signedOn}; ${words.received} ${utc(at)}`),
      print(signing === 'electronic' ? 'readSha256' : 'cameSha256', signatureSha256),
      ...(code ? [row('proof', filled(words.code, { address: code.sentTo }))] : []),
      ...consent.map((sentence) => row('consent', `“${sentence}”`)),
      ...found.map((signature) => row('found', foundWords(signature))),
      row('claimed', words.levels[level.claimed]),
      row('verified', words.levels[level.verified]),
      ...flags.map(({ kind, by, at: settledAt, reason }) =>
        row(
          'decided',
          `${words.flags[kind]} ${filled(words.settled, { by, at: utc(settledAt) })} “${reason}”`,
          'point',
        ),
      ),
    ],
  };
}

function foundWords({ signer, issuer, claimedAt, intact, covers, timestamp, certificate }: FoundSignature): string {
  const parts = [
    `${signer}; ${words.issuedBy} ${issuer}`,
    ...(claimedAt ? [`${words.says} ${utc(claimedAt)}`] : []),
    intact ? words.intact[covers] : words.notIntact,
    words.timestamps[timestamp],
    words.certificates[certificate],
  ];
  return parts.join('; ');
}

function theNetwork({ verifiedBy, countersignedBy, memberSince }: LetterEvidence): Part {
  return {
    heading: words.network,
    rows: [
      ...(verifiedBy ? [row('verifiedBy', `${verifiedBy.name}, ${utc(verifiedBy.at)}`)] : []),
      ...(countersignedBy ? [row('countersignedBy', `${countersignedBy.name}, ${utc(countersignedBy.at)}`)] : []),
      row('memberSince', memberSince),
    ],
  };
}

function theSeal({ seal, evidence: { audit }, at }: CertificateData): Part {
  return {
    heading: words.seal,
    rows: [
      row('sealed', utc(at)),
      row('sealClaimed', words.sealLevels[seal.claimed]),
      row('sealVerified', words.sealLevels[seal.verified]),
      row('authority', words.authorities[seal.authority]),
      row('audit', filled(words.auditEntry, { number: String(audit.number), at: audit.at ? utc(audit.at) : '' })),
      print('auditHash', audit.hash),
    ],
  };
}

function row(label: keyof typeof words.labels, value: string, otherLabel = label): Row {
  return { label: words.labels[otherLabel], value: inOneLine(value) };
}

function print(label: keyof typeof words.labels, sha256: Sha256): Row {
  return { label: words.labels[label], value: inFours(sha256), fingerprint: true };
}

/** An instant as everybody reads it: `2027-03-01 13:20:05 UTC`. */
function utc(at: Instant): string {
  return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
}
