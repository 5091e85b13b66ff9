import { canonicalJson } from '../domain/canonical.ts';
import type { ActorId, Instant, PaperId, Sha256 } from '../domain/ids.ts';
import type { Database } from './schema.ts';

/** What somebody said, as it was said: never changed, and only proposed until an act has taken it. */
export type Paper = {
  id: PaperId;
  subject: string;
  kind: PaperKind;
  body: unknown;
  sha256: Sha256 | null;
  actor: ActorId;
  at: Instant;
};
export type PaperKind =
  | 'application'
  | 'reason'
  | 'signatory'
  | 'signatories'
  | 'mandate'
  | 'letter'
  | 'signature'
  | 'scan'
  | 'statement'
  | 'plan'
  | 'note'
  | 'question'
  | 'reply';

/** Writes a paper; the same id again changes nothing, and answers with what was written first. */
export async function writePaper(database: Database, paper: Paper): Promise<Paper> {
  await database
    .insertInto('papers')
    .values({ ...paper, body: JSON.stringify(paper.body) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return (await readPaper(database, paper.id)) ?? paper;
}

/**
 * Proposes a paper under an id of its own: the same words again are the same paper, other words under the same id (a form
 * that was changed after an answer got lost) become the next one. Answers with the id under which the words stand.
 */
export async function proposePaper(database: Database, paper: Paper): Promise<PaperId> {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? paper.id : `${paper.id}/${number}`;
    const kept = await writePaper(database, { ...paper, id });
    if (canonicalJson(kept.body) === canonicalJson(paper.body)) return id;
  }
}

export async function readPaper(database: Database, id: PaperId): Promise<Paper | null> {
  const row = await database.selectFrom('papers').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? { ...row, kind: row.kind as PaperKind, body: JSON.parse(row.body) } : null;
}

/** Every paper about a case or an announcement, oldest first. */
export async function papersOf(database: Database, subject: string): Promise<Paper[]> {
  const rows = await database
    .selectFrom('papers')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as PaperKind, body: JSON.parse(row.body) }));
}

/** The body of a paper that must be there. */
export async function bodyOf<Body>(database: Database, id: PaperId): Promise<Body> {
  const paper = await readPaper(database, id);
  if (!paper) throw new Error(`Paper ${id} is not in the records.`);
  return paper.body as Body;
}
