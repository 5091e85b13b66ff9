import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { type DocumentStore, openDocumentFolder } from './documents.ts';
import type { Database } from './schema.ts';

/** All that is written down: rows, and documents by their hash. */
export type Records = { database: Database; documents: DocumentStore; close(): Promise<void> };

/** Opens the records of a data folder: `records.db` and `documents/`. */
export async function openRecords(dataFolder: string): Promise<Records> {
  await mkdir(dataFolder, { recursive: true });
  const database = await openDatabase(join(dataFolder, 'records.db'));
  return {
    database,
    documents: openDocumentFolder(join(dataFolder, 'documents')),
    close: () => database.destroy(),
  };
}
