import { sha256 } from '../domain/canonical.ts';
import type { Sha256 } from '../domain/ids.ts';
import { contentOf } from './audit.ts';
import type { Database, Row } from './schema.ts';

/**
 * Entries about one subject with the proof that they stand in the log unchanged and in this order: every link of the
 * chain from the first of them to the last. Of all others it holds the hash of their content alone.
 */
export type AuditExtract = {
  /** The hash before the first link. */
  start: Sha256;
  /** `content` is the hash of an entry's content. */
  links: { number: number; content: Sha256; hash: Sha256 }[];
  /** The subject's own entries: exactly the text whose hash stands in their link. */
  entries: { number: number; text: string }[];
};

/** The subject's entries of these kinds; null where there is none. */
export async function auditExtract(
  database: Database,
  subject: string,
  kinds: readonly string[],
): Promise<AuditExtract | null> {
  const { first, last } = await database
    .selectFrom('audit')
    .select(({ fn }) => [fn.min('number').as('first'), fn.max('number').as('last')])
    .where('subject', '=', subject)
    .where('kind', 'in', kinds)
    .executeTakeFirstOrThrow();
  if (first === null || last === null) return null;
  const rows = await database
    .selectFrom('audit')
    .selectAll()
    .where('number', '>=', Number(first))
    .where('number', '<=', Number(last))
    .orderBy('number')
    .execute();
  const links = rows.map((row) => ({
    number: row.number,
    content: sha256(contentOf(row)),
    hash: row.hash,
  }));
  const isShown = (row: Row<'audit'>) => row.subject === subject && kinds.includes(row.kind);
  const entries = rows.filter(isShown).map((row) => ({ number: row.number, text: contentOf(row) }));
  return { start: rows[0]?.previous ?? '', links, entries };
}
