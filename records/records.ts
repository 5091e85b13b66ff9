import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { type DocumentStore, openDocumentFolder } from './documents.ts';
import type { Database } from './schema.ts';

/** All that is written down: rows, and documents by their hash. */
export type Records = { database: Database; documents: DocumentStore; close(): Promise<void> };

/** Where the parts of the records are, when not in the data folder: a PostgreSQL database by its URL. */
export type Stores = { database?: string | undefined };

/** Opens the records of a data folder, `records.db` and `documents/`, or where the stores say. */
export async function openRecords(dataFolder: string, stores: Stores = {}): Promise<Records> {
  await mkdir(dataFolder, { recursive: true });
  const database = await openDatabase(stores.database ?? join(dataFolder, 'records.db'));
  return {
    database,
    documents: openDocumentFolder(join(dataFolder, 'documents')),
    close: () => database.destroy(),
  };
}
