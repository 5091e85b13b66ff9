import { randomUUID } from 'node:crypto';
import { sha256 } from '../domain/canonical.ts';
import type { CaseId, Instant } from '../domain/ids.ts';
import { appendAudit, auditEntries } from '../records/audit.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { deliveriesOf } from '../records/deliveries.ts';
import { readDocument } from '../records/documents-kept.ts';
import { officeEntry } from '../records/office.ts';
import { papersOf } from '../records/papers.ts';
import { peopleOf } from '../records/people.ts';
import { listStaff, type StaffMember } from '../records/staff.ts';
import { documentsOf } from './case-document.ts';
import type { Door } from './door.ts';

/** One file of an export: its path with `/` between the parts, and its bytes. */
export type ExportedFile = { path: string; bytes: Uint8Array };

/**
 * All that is written down about a case: where it stands, its people and papers, its documents, its audit, and copies of
 * its mails with placeholders for links and codes. A list of all files with their fingerprints comes last. Null where there
 * is no such case. That it was exported, and by whom, is in the audit.
 */
export async function exportCase(door: Door, member: StaffMember, id: CaseId): Promise<ExportedFile[] | null> {
  const { database } = door.records;
  const row = await findCase(database, id);
  if (!row) return null;
  const { view: _view, ...facts } = row;
  const view = viewOf(row);
  const staff = (await listStaff(database)).map(({ id: one, name }) => ({ id: one, name }));
  const files: ExportedFile[] = [
    inJson('case.json', { ...facts, view, people: await peopleOf(database, id), staff }),
    ...(await papersOf(database, id)).map((paper, index) =>
      inJson(`papers/${String(index + 1).padStart(3, '0')}-${paper.kind}.json`, paper),
    ),
    ...(await documents(door, documentsOf(view))),
    inJson('audit.json', await auditEntries(database, id)),
    ...(await mails(door, id)),
  ];
  const list = files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  const exportedAt = door.clock.now();
  await noteExport(door, member, id, exportedAt);
  return [...files, inJson('files.json', { case: id, exportedAt, files: list })];
}

async function documents(door: Door, hashes: readonly string[]): Promise<ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (const hash of hashes) {
    const document = await readDocument(door.records, hash);
    if (document) files.push({ path: `documents/${hash}.${endings[document.type] ?? 'bin'}`, bytes: document.bytes });
  }
  return files;
}

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' };

/** The receipts of the case's mails, and what each said. */
async function mails(door: Door, id: CaseId): Promise<ExportedFile[]> {
  const receipts = await deliveriesOf(door.records.database, id);
  const files = [inJson('mails/receipts.json', receipts)];
  for (const [index, { kind, copy }] of receipts.entries()) {
    const bytes = copy === null ? null : await door.records.documents.get(copy);
    if (bytes) files.push({ path: `mails/${String(index + 1).padStart(3, '0')}-${kind}.json`, bytes });
  }
  return files;
}

async function noteExport(door: Door, { id: actor }: StaffMember, id: CaseId, at: Instant): Promise<void> {
  await door.records.database.transaction().execute(async (change) => {
    await appendAudit(change, [officeEntry(id, 'exported', { act: randomUUID(), actor, at }, {})]);
  });
}

function inJson(path: string, value: unknown): ExportedFile {
  return { path, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}
