import type { DocumentKept } from '../../domain/case-papers.ts';
import { uploadRefused } from '../../domain/upload-refused.ts';
import { keepDocument } from '../../records/documents-kept.ts';
import { type Answer, wrong, yes } from '../answer.ts';
import type { Door } from '../door.ts';

/** Keeps a paper that proves something (a decision, a delegation), once it was looked at apart; null where none was chosen. */
export async function keepPaperFile(
  door: Door,
  file: Uint8Array | null,
  field: string,
): Promise<Answer<DocumentKept | null>> {
  if (!file || file.length === 0) return yes(null);
  const found = await door.inspector.inspect(file, door.clock.now());
  if (found.kind === 'refused') return wrong(field, uploadRefused[found.why]);
  const type = found.kind === 'picture' ? found.type : 'application/pdf';
  return yes({ sha256: await keepDocument(door.records, file, type), type });
}
