import type { Kysely } from 'kysely';
import { canonicalJson, sha256 } from '../../domain/canonical.ts';

type Entry = {
  number: number;
  id: string;
  subject: string;
  kind: string;
  actor: string;
  at: string;
  detail: string;
  previous: string;
  hash: string;
};

/**
 * Every entry of the audit is hashed by its number, the hash before it and the hash of its content. Entries from before are
 * hashed anew for as long as their chain holds; from the first one that does not, all stay as they are, so that a
 * verification still names it.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const tables = database as Kysely<{ audit: Entry }>;
  const entries = await tables.selectFrom('audit').selectAll().orderBy('number').execute();
  let [before, previous] = ['0'.repeat(64), '0'.repeat(64)];
  for (const [index, entry] of entries.entries()) {
    const { number, hash } = entry;
    if (number !== index + 1 || entry.previous !== before || !holds(entry)) return;
    before = hash;
    const anew = hashOf({ ...entry, previous });
    if (anew !== hash)
      await tables.updateTable('audit').set({ previous, hash: anew }).where('number', '=', number).execute();
    previous = anew;
  }
}

function holds(entry: Entry): boolean {
  const { number, id, subject, kind, actor, at, detail, previous, hash } = entry;
  const first = sha256(canonicalJson({ number, id, subject, kind, actor, at, detail, previous }));
  return hash === first || hash === hashOf(entry);
}

function hashOf({ number, id, subject, kind, actor, at, detail, previous }: Entry): string {
  return sha256(`${number} ${previous} ${sha256(canonicalJson({ id, subject, kind, actor, at, detail }))}`);
}
