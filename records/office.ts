import type { ActorId, CaseId, Instant } from '../domain/ids.ts';
import { type AuditEntry, appendAudit } from './audit.ts';
import { type Paper, writePaper } from './papers.ts';
import type { Database, Row } from './schema.ts';

/** What the office does about a case beside the process: who has it, and what it writes for itself. */
export type Note = { id: string; by: ActorId; at: Instant; text: string };

/** Gives a case to a member of staff, or to nobody (null). */
export async function assignCase(
  database: Database,
  id: CaseId,
  to: ActorId | null,
  by: { act: string; actor: ActorId; at: Instant },
): Promise<void> {
  await database.transaction().execute(async (change) => {
    const entry = officeEntry(id, 'assigned', by, { to });
    if (await appendedNow(change, entry)) await changeCase(change, id, { assignee: to });
  });
}

/** Writes a note that only staff read; the same id again changes nothing. */
export async function writeNote(
  database: Database,
  id: CaseId,
  note: { act: string; actor: ActorId; at: Instant; text: string },
): Promise<Note> {
  const { act, actor, at, text } = note;
  return await database.transaction().execute(async (change) => {
    const paper = `${id}/note/${act}`;
    const kept = await writePaper(change, {
      id: paper,
      subject: id,
      kind: 'note',
      body: { text },
      sha256: null,
      actor,
      at,
    });
    if (await appendedNow(change, officeEntry(id, 'noted', note, { paper }))) await changeCase(change, id, {});
    return noteOf(kept);
  });
}

/** The notes of a case, oldest first. */
export async function notesOf(database: Database, id: CaseId): Promise<Note[]> {
  const rows = await database
    .selectFrom('papers')
    .selectAll()
    .where('subject', '=', id)
    .where('kind', '=', 'note')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => noteOf({ ...row, body: JSON.parse(row.body) }));
}

/** The entry of the audit for an act of the office on a case. */
export function officeEntry(
  subject: string,
  kind: string,
  { act, actor, at }: { act: string; actor: ActorId; at: Instant },
  detail: Record<string, unknown>,
): AuditEntry {
  return { id: `${subject}/${kind}/${act}`, subject, kind, actor, at, detail };
}

/** Appends an entry; whether it was not there before, so that an act that is sent twice counts once. */
export async function appendedNow(change: Database, entry: AuditEntry): Promise<boolean> {
  const known = await change.selectFrom('audit').select('number').where('id', '=', entry.id).executeTakeFirst();
  if (known) return false;
  await appendAudit(change, [entry]);
  return true;
}

/** Changes what the office keeps in a case's row; every list that shows it is a new one then. */
export async function changeCase(
  change: Database,
  id: CaseId,
  columns: Partial<Pick<Row<'cases'>, 'assignee' | 'questions' | 'asked_us'>>,
): Promise<void> {
  await change
    .updateTable('cases')
    .set((set) => ({ ...columns, revision: set('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

function noteOf({ id, actor, at, body }: Pick<Paper, 'id' | 'actor' | 'at' | 'body'>): Note {
  return { id: id.slice(id.lastIndexOf('/') + 1), by: actor, at, text: (body as { text: string }).text };
}
