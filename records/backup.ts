import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../domain/ids.ts';
import { verifyAudit } from './audit.ts';
import { filesIn, type Manifest, sumOf } from './backup/manifest.ts';
import { tableNames } from './backup/tables.ts';
import { lastMigration } from './database.ts';
import type { Records } from './records.ts';

/** What of a data folder is no record and is kept all the same: the secret of links and codes, settings, and the site. */
const besides = ['secret.key', 'oasc.json', 'first-administrator.json', 'seal', 'site'];

/**
 * Writes everything that is written down into a new folder: each table as lines of JSON, as all of them stood at one moment,
 * the documents, the secret, and a manifest with the hash of every file. The service may go on meanwhile. Temporal's own
 * file is left out: cases are taken up from the records. Throws where the folder is there, or the audit does not hold.
 */
export async function backUp(
  records: Records,
  { dataFolder, into, at }: { dataFolder: string; into: string; at: Instant },
): Promise<Manifest> {
  if (existsSync(into)) throw new Error(`${into} is there already: name a new folder for the backup.`);
  const aside = `${into}.part`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(join(aside, 'tables'), { recursive: true, mode: 0o700 });
  try {
    const facts = await writeTables(records, aside);
    // A document is written before any row names it, so none that these rows name can be missing.
    const documents = await writeDocuments(records, aside);
    await copyBesides(dataFolder, aside);
    const files: Record<string, string> = {};
    for (const file of await filesIn(aside)) files[file] = await sumOf(join(aside, file));
    const manifest: Manifest = { format: 1, at, migration: lastMigration, ...facts, documents, files };
    await writeFile(join(aside, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await rename(aside, into);
    return manifest;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function writeTables({ database }: Records, folder: string): Promise<Pick<Manifest, 'tables' | 'audit'>> {
  const names = await tableNames(database);
  return await database.transaction().execute(async (moment) => {
    const { entries, head, verified, problems } = await verifyAudit(moment);
    if (!verified) throw new Error(`The audit does not hold, so nothing was backed up: ${problems.join('; ')}.`);
    const tables: Record<string, number> = {};
    for (const name of names) {
      const rows = await moment.selectFrom(name).selectAll().execute();
      tables[name] = rows.length;
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      await writeFile(join(folder, 'tables', `${name}.jsonl`), lines, { mode: 0o600 });
    }
    return { tables, audit: { entries, head } };
  });
}

async function writeDocuments({ documents }: Records, folder: string): Promise<number> {
  await mkdir(join(folder, 'documents'), { mode: 0o700 });
  let written = 0;
  for await (const hash of documents.hashes()) {
    const bytes = await documents.get(hash);
    if (bytes === null) continue;
    await writeFile(join(folder, 'documents', hash), bytes, { mode: 0o600 });
    written += 1;
  }
  return written;
}

async function copyBesides(dataFolder: string, folder: string): Promise<void> {
  await mkdir(join(folder, 'besides'), { mode: 0o700 });
  for (const name of besides)
    await cp(join(dataFolder, name), join(folder, 'besides', name), { recursive: true }).catch(unlessAbsent);
  await chmod(join(folder, 'besides'), 0o700);
}

function unlessAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
