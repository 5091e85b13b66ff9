import { type AuditReport, auditEntries, type NumberedEntry, verifyAudit } from '../records/audit.ts';
import { allDeliveries, type Delivery } from '../records/deliveries.ts';
import type { Door } from './door.ts';

export { type CaseFile, showOnboarding } from './case-file.ts';
export { type CaseSummary, listOnboardings } from './case-list.ts';

/** Every receipt, oldest first. */
export async function listDeliveries(door: Door): Promise<Delivery[]> {
  return await allDeliveries(door.records.database);
}

/** The audit's entries: of one case or announcement, or all. */
export async function listAudit(door: Door, { subject }: { subject?: string | undefined }): Promise<NumberedEntry[]> {
  return await auditEntries(door.records.database, subject);
}

/** What a mail said, with placeholders for links and codes; null where there is none. */
export async function showMailCopy(door: Door, id: string): Promise<unknown> {
  const copy = (await listDeliveries(door)).find((one) => one.id === id && one.channel === 'mail')?.copy ?? null;
  const bytes = copy === null ? null : await door.records.documents.get(copy);
  return bytes ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null;
}

/** Whether the audit holds, and where it does not. */
export async function checkAudit(door: Door): Promise<AuditReport> {
  return await verifyAudit(door.records.database);
}
