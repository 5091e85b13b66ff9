import { randomUUID } from 'node:crypto';
import type { ApplicationPaper, DocumentKept, MandatePaper, SignatoryPaper } from '../domain/case-papers.ts';
import { applicationPaperOf } from '../domain/case-papers.ts';
import type { CaseId, Instant, Sha256 } from '../domain/ids.ts';
import { type LetterSeal, type Membership, membershipOf, type Onboarding } from '../domain/onboarding/state.ts';
import { appendAudit } from '../records/audit.ts';
import { auditExtract } from '../records/audit-extract.ts';
import { type CaseRow, findCase, viewOf } from '../records/cases.ts';
import { readDocument } from '../records/documents-kept.ts';
import { officeEntry } from '../records/office.ts';
import { bodyOf, papersOf } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { type Answer, no, yes } from './answer.ts';
import type { ExportedFile } from './case-export.ts';
import type { Door } from './door.ts';

/** What proves a city's letter to anybody, without our software; `facts` are for whoever explains it. */
export type EvidencePack = {
  files: ExportedFile[];
  facts: {
    case: CaseId;
    name: string;
    madeAt: Instant;
    sealed: Sha256;
    seal: LetterSeal | null;
    hasCertificate: boolean;
    /** How many entries of the audit are in it, and between how many others. */
    entries: number;
    links: number;
  };
};

/**
 * The letter, its certificate, the papers of the mandate, the seal's certificates and the audit of the letter with its
 * proof, for a city whose letter was sealed. What the office did for itself is not in it.
 */
export async function evidencePack(door: Door, id: CaseId): Promise<Answer<EvidencePack>> {
  const row = await findCase(door.records.database, id);
  if (!row) return no({ code: 'not-found', what: 'case' });
  const view = viewOf(row);
  const member = membershipOf(view.stage);
  const sealed = member ? await readDocument(door.records, member.finalSha256) : null;
  const extract = await auditExtract(door.records.database, id, aboutLetters);
  if (!member || !sealed || !extract) return no({ code: 'not-found', what: 'document' });
  const certificate = member.certificateSha256 ? await readDocument(door.records, member.certificateSha256) : null;
  const madeAt = door.clock.now();
  const files: ExportedFile[] = [
    { path: 'letter/sealed.pdf', bytes: sealed.bytes },
    ...(certificate ? [{ path: 'letter/certificate-of-completion.pdf', bytes: certificate.bytes }] : []),
    ...(await lettersBefore(door, member)),
    ...(await mandate(door, row, view)),
    ...(door.seal
      ? [text('seal/certificates.pem', door.seal.chain.join('')), text('seal/roots.pem', door.seal.roots.join(''))]
      : []),
    text('audit/start.txt', `${extract.start}\n`),
    text(
      'audit/chain.txt',
      extract.links.map(({ number, content, hash }) => `${number} ${content} ${hash}\n`).join(''),
    ),
    ...extract.entries.map((entry) => text(`audit/entries/${String(entry.number).padStart(8, '0')}.json`, entry.text)),
  ];
  const facts = {
    case: id,
    name: row.name,
    madeAt,
    sealed: member.finalSha256,
    seal: member.seal ?? null,
    hasCertificate: certificate !== null,
    entries: extract.entries.length,
    links: extract.links.length,
  };
  return yes({ files, facts });
}

/** The same for staff, who give it away: that they did is in the audit. */
export async function handOutEvidence(door: Door, member: StaffMember, id: CaseId): Promise<Answer<EvidencePack>> {
  const pack = await evidencePack(door, id);
  if (pack.ok) await noteIt(door, member.id, id, pack.value.facts.madeAt);
  return pack;
}

/** What happens to a letter, from the application to the seal. */
const aboutLetters = [
  'applied',
  'answer',
  'accept',
  'letter-issued',
  'choose-language',
  'name-signatory',
  'set-signatories',
  'give-mandate',
  'ask-code',
  'sign',
  'upload',
  'settle',
  'decline',
  'verify',
  'return-letter',
  'countersign',
  'void-letter',
  'issue-letter',
  'reissue-letter',
  'letter-sealed',
] as const satisfies readonly Onboarding['acts'][number]['kind'][];

/** The letter as it was sent out for signing, and as it came back, where it came back as a file. */
async function lettersBefore({ records }: Door, { letter, signatures }: Membership): Promise<ExportedFile[]> {
  const sent = await readDocument(records, letter.sha256);
  const files: ExportedFile[] = sent ? [{ path: 'letter/sent-for-signing.pdf', bytes: sent.bytes }] : [];
  const handedIn = signatures.filter(({ signing }) => signing !== 'electronic');
  for (const [index, { sha256 }] of handedIn.entries()) {
    const file = await readDocument(records, sha256);
    if (file) files.push({ path: `letter/handed-in-${index + 1}.${endingOf(file.type)}`, bytes: file.bytes });
  }
  return files;
}

/** By what right the city signed: as it was said last, with the decision and every proof that was handed in. */
async function mandate(door: Door, row: CaseRow, view: Onboarding): Promise<ExportedFile[]> {
  const { database } = door.records;
  const papers = await papersOf(database, row.id);
  const given = view.acts.findLast((act) => act.kind === 'give-mandate');
  const last = given ? await bodyOf<MandatePaper>(database, given.paper) : null;
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(view));
  const named = papers.flatMap(({ kind, body }) => (kind === 'signatory' ? [(body as SignatoryPaper).proof] : []));
  return [
    text('mandate/mandate.json', `${JSON.stringify(last?.mandate ?? application.mandate, null, 2)}\n`),
    ...(await documents(door, 'mandate/decision', [last?.document])),
    ...(await documents(door, 'mandate/proof', named)),
  ];
}

async function documents(
  door: Door,
  name: string,
  kept: readonly (DocumentKept | undefined)[],
): Promise<ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (const one of kept) {
    const document = one ? await readDocument(door.records, one.sha256) : null;
    if (document) files.push({ path: `${name}-${files.length + 1}.${endingOf(document.type)}`, bytes: document.bytes });
  }
  return files;
}

function endingOf(type: string): string {
  return { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }[type] ?? 'bin';
}

function text(path: string, content: string): ExportedFile {
  return { path, bytes: Buffer.from(content) };
}

async function noteIt(door: Door, actor: string, id: CaseId, at: Instant): Promise<void> {
  await door.records.database.transaction().execute(async (change) => {
    await appendAudit(change, [officeEntry(id, 'exported', { act: randomUUID(), actor, at }, {})]);
  });
}
