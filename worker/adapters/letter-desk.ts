import { trouble } from '../../activities/failures.ts';
import type { LetterDesk } from '../../activities/letters.ts';
import { type ApplicationPaper, applicationPaperOf, type SignaturePaper } from '../../domain/case-papers.ts';
import { dayIn } from '../../domain/days.ts';
import type { CaseId, Instant, PaperId } from '../../domain/ids.ts';
import type { LetterVersion, Network } from '../../domain/network.ts';
import type { Letter, Onboarding, Signature } from '../../domain/onboarding/state.ts';
import { type CaseRow, findCase } from '../../records/cases.ts';
import { countryName } from '../../records/composing.ts';
import { keepDocument } from '../../records/documents-kept.ts';
import { bodyOf } from '../../records/papers.ts';
import type { Records } from '../../records/records.ts';
import { everybody } from '../../records/staff.ts';
import { composeLetter, type LetterData, type LetterSignature } from '../../templates/letter.ts';
import { letterWords } from '../../templates/letter-words.ts';
import { instantWords } from '../../templates/time-words.ts';
import type { Seal } from './seal/seal.ts';
import { sealFinalLetter } from './seal/sealing.ts';
import type { Typesetter } from './typesetter.ts';

type Sealing = Extract<Letter, { step: 'seal' }>;

export type DeskPlugs = { records: Records; network: Network; typeset: Typesetter; seal: Seal };

/** Makes letters from what the records hold, seals them once they are complete, and keeps them by their hash. */
export function createLetterDesk({ records, network, typeset, seal }: DeskPlugs): LetterDesk {
  const keep = async (data: LetterData) => {
    const pdf = typeset(composeLetter(data));
    return { sha256: await keepDocument(records, pdf, 'application/pdf'), pages: pagesOf(pdf) };
  };
  return {
    issue: async ({ case: id, application, at, number }) => {
      const { current } = network.letter;
      const which = number === undefined ? {} : { number };
      const data = await letterData(records, network, { id, application, at, version: current, ...which });
      return { version: current, ...(await keep(data)), issuedAt: at, ...which };
    },
    seal: async (city, at) => {
      const { stage } = city;
      if (stage.stage !== 'letter' || stage.step !== 'seal') throw trouble('nothing-to-seal', true);
      const scan = stage.signatories.find(({ signature }) => signature?.signing === 'scan')?.signature;
      // A hand-signed letter stays as it came.
      if (scan) return { sha256: scan.sha256 };
      const pdf = typeset(composeLetter(await signedLetter(records, network, city, stage)));
      const letter = { case: city.case, number: stage.letter.number ?? 1 };
      const { bytes } = await sealFinalLetter({ database: records.database, seal }, letter, pdf, at);
      return { sha256: await keepDocument(records, bytes, 'application/pdf') };
    },
  };
}

/** How many pages the typesetter made: it writes each page as an object of its own, outside any compressed stream. */
export function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}

async function signedLetter(records: Records, network: Network, city: Onboarding, stage: Sealing): Promise<LetterData> {
  const { version, issuedAt, number } = stage.letter;
  const row = await caseRow(records, city.case);
  const data = await letterData(records, network, {
    id: city.case,
    application: applicationPaperOf(city),
    at: issuedAt,
    version,
    ...(number === undefined ? {} : { number }),
  });
  const countersigner = (await everybody(records.database)).find(({ id }) => id === stage.countersignedBy);
  const signatures: LetterSignature[] = [];
  for (const { signature } of stage.signatories)
    if (signature) signatures.push(await evidence(records, row, signature));
  const role = letterWords.en.secretariat;
  return {
    ...data,
    signed: {
      signatures,
      countersignature: { name: countersigner?.name ?? network.name, role, on: stage.memberSince },
    },
  };
}

async function evidence(records: Records, row: CaseRow, signature: Signature): Promise<LetterSignature> {
  const { signatory, typedName, letter } = await bodyOf<SignaturePaper>(records.database, signature.paper);
  return {
    name: typedName,
    title: signatory.title,
    capacity: signatory.capacity,
    signedAt: instantWords(signature.at, row.zone, 'en'),
    method: 'code-by-mail',
    fingerprint: letter,
  };
}

async function letterData(
  records: Records,
  network: Network,
  of: { id: CaseId; application: PaperId; at: Instant; version: string; number?: number },
): Promise<LetterData> {
  const row = await caseRow(records, of.id);
  const { application } = await bodyOf<ApplicationPaper>(records.database, of.application);
  const { authority, officeHolder, mandate } = application;
  return {
    network: { name: network.name, shortName: network.shortName, address: network.sender.email },
    letter: versionOf(network, of.version),
    authority: {
      legalName: authority.legalName,
      name: authority.name,
      nativeName: authority.nativeName,
      countryName: countryName(network, authority.country),
    },
    officeHolder: { name: officeHolder.name, title: officeHolder.title },
    mandate,
    date: dayIn(of.at, network.zone),
    // Two letters of one case never have the same bytes, even when they are made on the same day.
    reference: of.number === undefined ? row.reference : `${row.reference}/${of.number}`,
  };
}

async function caseRow(records: Records, id: CaseId): Promise<CaseRow> {
  const row = await findCase(records.database, id);
  if (!row) throw trouble('case-unknown', false);
  return row;
}

function versionOf(network: Network, version: string): LetterVersion {
  const found = network.letter.versions.find((one) => one.version === version);
  if (!found) throw trouble('letter-version-unknown', false);
  return found;
}
