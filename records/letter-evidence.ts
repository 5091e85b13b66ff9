import type { ReasonPaper, ScanPaper, SignaturePaper } from '../domain/case-papers.ts';
import type { FlagSettled, LetterEvidence, SignatoryEvidence } from '../domain/letter-evidence.ts';
import type { Letter, LetterSignatory, Onboarding, Signature } from '../domain/onboarding/state.ts';
import { auditHead } from './audit.ts';
import { findCase } from './cases.ts';
import { presentMandate } from './mandate.ts';
import { bodyOf } from './papers.ts';
import type { Records } from './records.ts';
import type { Database } from './schema.ts';
import { everybody, type StaffMember } from './staff.ts';

/** Collects it all for a letter that is about to be sealed. */
export async function letterEvidence(
  { database }: Records,
  city: Onboarding,
  stage: Extract<Letter, { step: 'seal' }>,
): Promise<LetterEvidence> {
  const staff = await everybody(database);
  const zone = (await findCase(database, city.case))?.zone ?? 'UTC';
  const signatories: SignatoryEvidence[] = [];
  for (const { signature } of stage.signatories.toSorted(byOrder))
    if (signature) signatories.push(await evidenceOf(database, signature, { zone, staff }));
  return {
    letter: stage.letter,
    mandate: await presentMandate(database, city),
    signatories,
    verifiedBy: lastBy(city, 'verify', staff),
    countersignedBy: lastBy(city, 'countersign', staff),
    memberSince: stage.memberSince,
    audit: await auditHead(database),
  };
}

function byOrder(one: LetterSignatory, other: LetterSignatory): number {
  return one.order - other.order;
}

async function evidenceOf(
  database: Database,
  signature: Signature,
  { zone, staff }: { zone: string; staff: readonly StaffMember[] },
): Promise<SignatoryEvidence> {
  const { signing, at, sha256: signatureSha256, level } = signature;
  const flags = await settled(database, signature, staff);
  const common = { signing, at, zone, signatureSha256, level, flags };
  if (signing === 'electronic') {
    const paper = await bodyOf<SignaturePaper>(database, signature.paper);
    const { signatory, typedName, signedOn, code, consent } = paper;
    const { title, capacity } = signatory;
    const sentences = [consent.holdsOffice, consent.consents];
    const said = { code: { sentTo: code.sentTo }, consent: sentences, found: [], pictures: [] };
    return { name: typedName, title, capacity, signedOn, ...common, ...said };
  }
  const { signatory, signedOn, found, pictures = [] } = await bodyOf<ScanPaper>(database, signature.paper);
  const { name, title, capacity } = signatory;
  const seen = { code: null, consent: [], found: found?.signatures ?? [], pictures: pictures.map((one) => one.sha256) };
  return { name, title, capacity, signedOn, ...common, ...seen };
}

async function settled(
  database: Database,
  { flags }: Signature,
  staff: readonly StaffMember[],
): Promise<FlagSettled[]> {
  const told: FlagSettled[] = [];
  for (const { kind, settled: decision } of flags) {
    if (!decision) continue;
    const { reason } = await bodyOf<ReasonPaper>(database, decision.paper);
    told.push({ kind, by: nameOf(decision.by, staff), at: decision.at, reason });
  }
  return told;
}

function lastBy({ acts }: Onboarding, kind: 'verify' | 'countersign', staff: readonly StaffMember[]) {
  const act = acts.findLast((one) => one.kind === kind);
  return act ? { name: nameOf(act.actor, staff), at: act.at } : null;
}

function nameOf(id: string, staff: readonly StaffMember[]): string {
  return staff.find((one) => one.id === id)?.name ?? id;
}
