import type { Sha256 } from '../domain/ids.ts';
import type { Records } from './records.ts';

/** Keeps a document and notes what it is; the same bytes again change nothing. */
export async function keepDocument(records: Records, bytes: Uint8Array, type: string): Promise<Sha256> {
  const sha256 = await records.documents.put(bytes);
  await records.database
    .insertInto('documents')
    .values({ sha256, type, size: bytes.length })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  return sha256;
}

/** Whether there is a document with this hash. */
export async function isKept({ database }: Records, sha256: Sha256): Promise<boolean> {
  const row = await database.selectFrom('documents').select('size').where('sha256', '=', sha256).executeTakeFirst();
  return row !== undefined;
}

/** A document with its type, or null where there is none. */
export async function readDocument(
  records: Records,
  sha256: Sha256,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  const row = await records.database
    .selectFrom('documents')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  const bytes = row ? await records.documents.get(sha256) : null;
  return row && bytes ? { bytes, type: row.type } : null;
}
