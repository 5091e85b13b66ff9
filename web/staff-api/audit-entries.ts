import type { AuditEntry } from '../../records/audit.ts';
import type { Door } from '../../service/door.ts';

export type NumberedEntry = AuditEntry & { number: number; hash: string };

/** The entries of the audit in their order, with their number and hash: of one subject, or all. */
export async function auditEntries(
  door: Door,
  { subject }: { subject?: string | undefined },
): Promise<NumberedEntry[]> {
  const all = door.records.database.selectFrom('audit').selectAll().orderBy('number');
  const rows = await (subject === undefined ? all : all.where('subject', '=', subject)).execute();
  return rows.map(({ previous: _previous, detail, ...row }) => ({ ...row, detail: JSON.parse(detail) }));
}
