import { canonicalJson, sha256 } from '../domain/canonical.ts';
import type { ActorId, Instant, Sha256 } from '../domain/ids.ts';
import type { AuditHead } from '../domain/letter-evidence.ts';
import type { Database, Row } from './schema.ts';

/** What happened, under an id that begins with the subject's; by ids, hashes and dates alone, so that it survives the erasure of persons. */
export type AuditEntry = {
  id: string;
  subject: string;
  kind: string;
  actor: ActorId;
  at: Instant;
  detail: Record<string, unknown>;
};

export type AuditReport = { entries: number; verified: boolean; head: Sha256; problems: string[] };

const beginning = '0'.repeat(64);

/** Appends the entries that are not there yet, each chained to the one before; call it inside a write transaction. */
export async function appendAudit(transaction: Database, entries: readonly AuditEntry[]): Promise<void> {
  for (const entry of entries) {
    const known = await transaction.selectFrom('audit').select('number').where('id', '=', entry.id).executeTakeFirst();
    if (known) continue;
    const last = await transaction
      .selectFrom('audit')
      .select(['number', 'hash'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const { detail, ...rest } = entry;
    const row = {
      ...rest,
      number: (last?.number ?? 0) + 1,
      detail: canonicalJson(detail),
      previous: last?.hash ?? beginning,
    };
    await transaction
      .insertInto('audit')
      .values({ ...row, hash: hashOf(row) })
      .execute();
  }
}

/**
 * Follows the whole chain: every entry in its place, unchanged, joined to the one before; and every act that the rows
 * know of is in it, so that a cut-off end is noticed too.
 */
export async function verifyAudit(database: Database): Promise<AuditReport> {
  // The rows are read before the chain, so that an act which is written meanwhile is not missed in it.
  const acts = await actsKnown(database);
  const rows = await database.selectFrom('audit').selectAll().orderBy('number').execute();
  const problems: string[] = [];
  let previous = beginning;
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1)
      problems.push(`entry ${index + 1} is missing: entry ${row.number} stands in its place`);
    if (row.previous !== previous) problems.push(`entry ${row.number} does not follow the one before it`);
    if (row.hash !== hashOf(row)) problems.push(`entry ${row.number} was changed after it was written`);
    previous = row.hash;
    if (problems.length > 0) break;
  }
  const known = new Set(rows.map(({ id }) => id));
  for (const { of, ids } of acts) {
    const missing = ids.filter((id) => !known.has(id)).length;
    if (missing > 0)
      problems.push(
        `${missing} ${missing === 1 ? 'act of' : 'acts of'} ${of} ${missing === 1 ? 'is' : 'are'} not in the audit`,
      );
  }
  return { entries: rows.length, verified: problems.length === 0, head: previous, problems };
}

/** Where the chain ends now. */
export async function auditHead(database: Database): Promise<AuditHead> {
  const last = database.selectFrom('audit').select(['number', 'hash', 'at']).orderBy('number', 'desc').limit(1);
  const row = await last.executeTakeFirst();
  return row ?? { number: 0, hash: beginning, at: null };
}

export type NumberedEntry = AuditEntry & { number: number; hash: Sha256 };

/** The entries in their order, with number and hash: of one case or announcement, or all. */
export async function auditEntries(database: Database, subject?: string): Promise<NumberedEntry[]> {
  const all = database.selectFrom('audit').selectAll().orderBy('number');
  const rows = await (subject === undefined ? all : all.where('subject', '=', subject)).execute();
  return rows.map(({ previous: _previous, detail, ...row }) => ({ ...row, detail: JSON.parse(detail) }));
}

/**
 * The hash of an entry: of its number, the hash before it and the hash of its content, in one line. So somebody can follow
 * the chain over entries of others, of which they see no more than the hash of the content.
 */
function hashOf(row: Omit<Row<'audit'>, 'hash'>): Sha256 {
  return sha256(`${row.number} ${row.previous} ${sha256(contentOf(row))}`);
}

/** The content of an entry as it is hashed; `detail` is a text of JSON, exactly as it was written. */
export function contentOf({
  id,
  subject,
  kind,
  actor,
  at,
  detail,
}: Omit<Row<'audit'>, 'hash' | 'previous' | 'number'>): string {
  return canonicalJson({ id, subject, kind, actor, at, detail });
}

/** The ids of the entries that must be there: of every act on a case or an announcement, and of every member of staff. */
async function actsKnown(database: Database): Promise<{ of: string; ids: string[] }[]> {
  const cases = await database.selectFrom('cases').select(['id', 'view']).where('version', '>', 0).execute();
  const announcements = await database
    .selectFrom('announcements')
    .select(['id', 'view'])
    .where('version', '>', 0)
    .execute();
  const staff = await database.selectFrom('staff').select('id').execute();
  return [
    ...[...cases, ...announcements].map(({ id, view }) => ({ of: id, ids: actsOf(view).map((act) => `${id}/${act}`) })),
    { of: 'staff', ids: staff.map(({ id }) => `staff/${id}`) },
  ];
}

function actsOf(view: string): string[] {
  const { acts } = JSON.parse(view) as { acts: { id: string }[] };
  return acts.map(({ id }) => id);
}
