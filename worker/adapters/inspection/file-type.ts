import { fileTypeFromBuffer } from 'file-type';
import type { RefusedBecause } from '../../../domain/upload-findings.ts';

export type TakenType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** What a file is, by its content alone; a reason where it is nothing that is taken. */
export async function typeOf(bytes: Uint8Array): Promise<TakenType | RefusedBecause> {
  if (bytes.length === 0) return 'empty';
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (found !== 'application/pdf' && found !== 'image/jpeg' && found !== 'image/png') return 'other-type';
  return endsAsArchive(bytes) ? 'two-in-one' : found;
}

/** The last record of a ZIP archive, which its readers look for from the end; its comment has at most 65,535 bytes. */
const archiveEnd = Buffer.from('PK\u0005\u0006', 'latin1');
const archiveReach = 65_535 + 22;

/** Whether the same bytes are an archive, too: what one program shows as a letter, another unpacks. */
function endsAsArchive(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-archiveReach);
  return tail.includes(archiveEnd);
}
