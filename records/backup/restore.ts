import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { auditHead, verifyAudit } from '../audit.ts';
import { openDatabase } from '../database.ts';
import type { DocumentStore } from '../documents.ts';
import type { Database, Tables } from '../schema.ts';
import { checkedManifest, type Manifest } from './manifest.ts';
import { tableNames } from './tables.ts';

/** Where a backup is restored: an empty data folder, an empty database (by its address), and a store of documents. */
export type Place = { dataFolder: string; database: string; documents: DocumentStore };

/**
 * Restores a backup into an empty place, as it was, and brings its tables up to date; answers with its manifest. Throws,
 * and leaves the place empty, where the backup is damaged, something is there already, or the audit comes out otherwise.
 */
export async function restoreInto(place: Place, from: string): Promise<Manifest> {
  const manifest = await checkedManifest(from);
  await mkdir(place.dataFolder, { recursive: true });
  const there = await readdir(place.dataFolder);
  if (there.length > 0)
    throw new Error(
      `${place.dataFolder} is not empty (${there[0]}): restore into a new folder, or move this one away.`,
    );
  try {
    for (const hash of await readdir(join(from, 'documents')))
      await place.documents.put(await readFile(join(from, 'documents', hash)));
    await restoreTables(place.database, from, manifest);
    await cp(join(from, 'besides'), place.dataFolder, { recursive: true });
    return manifest;
  } catch (error) {
    for (const name of await readdir(place.dataFolder)) await rm(join(place.dataFolder, name), { recursive: true });
    throw error;
  }
}

async function restoreTables(address: string, from: string, manifest: Manifest): Promise<void> {
  // The rows fit the tables as they were; whatever was added since is done with the rows in place.
  const before = await openDatabase(address, { upTo: manifest.migration });
  try {
    const names = await tableNames(before);
    await before.transaction().execute(async (change) => {
      for (const name of names) await refuseRows(change, name);
      for (const name of Object.keys(manifest.tables) as (keyof Tables)[]) await insertRows(change, name, from);
      const { hash } = await auditHead(change);
      // An older log is followed by the migration that hashes it anew.
      const holds = manifest.migration < '005-audit-contents' || (await verifyAudit(change)).verified;
      if (!holds || hash !== manifest.audit.head)
        throw new Error('The audit does not come out as it was backed up. Nothing was restored.');
    });
  } finally {
    await before.destroy();
  }
  await (await openDatabase(address)).destroy();
}

async function refuseRows(change: Database, name: keyof Tables): Promise<void> {
  if (await change.selectFrom(name).selectAll().limit(1).executeTakeFirst())
    throw new Error(`The database is not empty: its table ${name} has rows. Restore into a new database.`);
}

async function insertRows(change: Database, name: keyof Tables, from: string): Promise<void> {
  const text = await readFile(join(from, 'tables', `${name}.jsonl`), 'utf8');
  const rows = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  for (let first = 0; first < rows.length; first += 50)
    await change
      .insertInto(name)
      .values(rows.slice(first, first + 50))
      .execute();
}
