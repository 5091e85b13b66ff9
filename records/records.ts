import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { type DocumentStore, openDocumentFolder } from './documents.ts';
import { isPostgres } from './postgres.ts';
import { type Revision, watchPostgres, watchSqlite } from './revision.ts';
import type { Database } from './schema.ts';

/** All that is written down: rows, and documents by their hash. */
export type Records = {
  database: Database;
  documents: DocumentStore;
  revision: Revision;
  close(): Promise<void>;
};

/** Where the parts of the records are, when not in the data folder: `postgres://…`; `s3://…` or another folder. */
export type Stores = { database?: string | undefined; documents?: string | undefined };

/** Opens the records of a data folder, `records.db` and `documents/`, or where the stores say. */
export async function openRecords(dataFolder: string, stores: Stores = {}): Promise<Records> {
  await mkdir(dataFolder, { recursive: true });
  const documents = await openDocuments(stores.documents ?? join(dataFolder, 'documents'));
  const address = stores.database ?? join(dataFolder, 'records.db');
  const database = await openDatabase(address);
  const revision = isPostgres(address) ? watchPostgres(database) : watchSqlite(address);
  const close = async () => {
    revision.close();
    await database.destroy();
  };
  return { database, documents, revision, close };
}

/** Opens the store of documents at an address: `s3://…`, or a folder. */
export async function openDocuments(address: string): Promise<DocumentStore> {
  if (!/^s3:/i.test(address)) return openDocumentFolder(address);
  // Loaded only where it is used: it is the largest library of all.
  return await (await import('./documents-s3.ts')).openDocumentBucket(address);
}
