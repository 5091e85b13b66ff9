import { trouble } from '../../../activities/failures.ts';
import type { SealedLetter } from '../../../activities/letters.ts';
import type { Instant } from '../../../domain/ids.ts';
import type { LetterData } from '../../../domain/letter-data.ts';
import type { LetterEvidence } from '../../../domain/letter-evidence.ts';
import type { Network } from '../../../domain/network.ts';
import type { Letter, Onboarding } from '../../../domain/onboarding/state.ts';
import { keepDocument } from '../../../records/documents-kept.ts';
import { letterDataIssued } from '../../../records/letter-data.ts';
import { letterEvidence } from '../../../records/letter-evidence.ts';
import type { Records } from '../../../records/records.ts';
import { checkToken, type Secret } from '../../../records/secrets.ts';
import { composeCertificate } from '../../../templates/certificate.ts';
import { composeLetter } from '../../../templates/letter.ts';
import { composeCover } from '../../../templates/letter-cover.ts';
import type { LetterSigned } from '../../../templates/letter-signatures.ts';
import { letterWords } from '../../../templates/letter-words.ts';
import { CannotBeAddedTo } from '../seal/place.ts';
import type { Seal, Sealed } from '../seal/seal.ts';
import { sealFinalLetter } from '../seal/sealing.ts';
import type { Typesetter } from '../typesetter.ts';
import { boundPages } from './bound-pages.ts';
import { assertWordsAsIssued } from './words-as-issued.ts';

export type DeskPlugs = {
  records: Records;
  network: Network;
  typeset: Typesetter;
  seal: Seal;
  address: string;
  secret: Secret;
};

/** Puts the network's seal at the end of a PDF. */
type Sealer = (pdf: Uint8Array) => Promise<Sealed>;

/**
 * Makes the final letter of a countersigned case from what was kept when it was issued, and the certificate of how it was
 * signed; both are sealed and kept. Made again after a crash, they are other files of the same content: those that the
 * story took count.
 */
export async function sealLetter(plugs: DeskPlugs, city: Onboarding, at: Instant): Promise<SealedLetter> {
  const { stage } = city;
  if (stage.stage !== 'letter' || stage.step !== 'seal') throw trouble('nothing-to-seal', true);
  const { records, secret, address, typeset } = plugs;
  const { number } = stage.letter;
  const issued = await letterDataIssued(records.database, city.case, number);
  if (!issued) throw trouble('letter-not-kept', false);
  assertWordsAsIssued(issued, stage.letter);
  const seal: Sealer = async (pdf) =>
    await sealFinalLetter(
      { database: records.database, seal: plugs.seal },
      { case: city.case, number: number ?? 1 },
      pdf,
      at,
    );
  const check = `${address}/check/${checkToken(secret, city.case, number ?? 1, 'sealed')}`;
  const data = { ...issued, check };
  const evidence = await letterEvidence(records, city, stage);
  const letter = await finalLetter(plugs, data, { stage, evidence, seal });
  const sha256 = await keepDocument(records, letter.bytes, 'application/pdf');
  const sealInfo = { claimed: letter.level, verified: letter.verified, authority: letter.authority };
  const certificate = composeCertificate({ data, evidence, finalSha256: sha256, seal: sealInfo, at });
  const { bytes } = await seal(typeset(certificate));
  return {
    sha256,
    certificateSha256: await keepDocument(records, bytes, 'application/pdf'),
    seal: sealInfo,
  };
}

/** One file signed elsewhere stays as it came, byte for byte; only scans get a cover; anything else is set as a letter. */
async function finalLetter(
  { records, typeset, network }: DeskPlugs,
  data: LetterData,
  { stage, evidence, seal }: { stage: Extract<Letter, { step: 'seal' }>; evidence: LetterEvidence; seal: Sealer },
): Promise<Sealed> {
  const signed = signedBy(network, data, stage, evidence);
  const [first, ...others] = evidence.signatories;
  if (first?.signing === 'elsewhere' && others.length === 0) {
    const sealed = await sealedAsItCame(records, seal, first.signatureSha256);
    if (sealed) return sealed;
  }
  const scans = evidence.signatories.flatMap((one) => one.pictures);
  const pictures = await boundPages(records.documents, scans);
  const isByHand = evidence.signatories.every(({ signing }) => signing === 'scan');
  const pdf = typeset(isByHand ? composeCover(data, signed, pictures) : composeLetter(data, signed, pictures));
  return await seal(pdf);
}

/** Null for a file to which nothing can be added without changing what was signed in it. */
async function sealedAsItCame(records: Records, seal: Sealer, sha256: string): Promise<Sealed | null> {
  const came = await records.documents.get(sha256);
  if (!came) throw trouble('document-unknown', false);
  try {
    return await seal(came);
  } catch (error) {
    if (error instanceof CannotBeAddedTo) return null;
    throw error;
  }
}

function signedBy(
  network: Network,
  { language }: LetterData,
  stage: Extract<Letter, { step: 'seal' }>,
  evidence: LetterEvidence,
): LetterSigned {
  return {
    signatures: evidence.signatories.map(({ name, title, capacity, signing, at, zone, signedOn, signatureSha256 }) => ({
      name,
      title,
      capacity,
      signing,
      at,
      zone,
      signedOn,
      fingerprint: signatureSha256,
      ...(signing === 'electronic' || evidence.verifiedBy === null ? {} : { checkedBy: evidence.verifiedBy.name }),
    })),
    countersignature: {
      name: evidence.countersignedBy?.name ?? network.name,
      role: letterWords[language].secretariat,
      on: stage.memberSince,
    },
  };
}
