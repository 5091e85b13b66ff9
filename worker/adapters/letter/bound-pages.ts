import { trouble } from '../../../activities/failures.ts';
import type { Sha256 } from '../../../domain/ids.ts';
import type { DocumentStore } from '../../../records/documents.ts';

/**
 * The pictures of a letter's pages, in their order. One that is not in the documents is a failure that is tried again: a
 * final letter with a page less would be sealed as whole.
 */
export async function boundPages(
  documents: Pick<DocumentStore, 'get'>,
  pictures: readonly Sha256[],
): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = [];
  for (const sha256 of pictures) {
    const page = await documents.get(sha256);
    if (!page) throw trouble('page-of-scan-missing', false);
    pages.push(page);
  }
  return pages;
}
