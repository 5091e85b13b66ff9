import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from '../records/backup/manifest.ts';
import { restoreInto } from '../records/backup/restore.ts';
import { backUp } from '../records/backup.ts';
import { openDocuments, openRecords } from '../records/records.ts';
import { readSettings, type Settings } from '../worker/settings.ts';
import { whereCallerStands } from './data-folder.ts';
import { Troubled } from './trouble.ts';

export type BackupOptions = { data?: string; json: boolean };

/** Backs the data folder up into a new folder, and says what is in it. */
export async function backup(into: string, { data, json }: BackupOptions): Promise<void> {
  const settings = await settingsOf(data);
  const { dataFolder, databaseUrl, documents } = settings;
  if (databaseUrl === null && !existsSync(join(dataFolder, 'records.db')))
    throw new Troubled('notFound', `${dataFolder} is not a data folder: it has no records.db. Name one with --data.`);
  const folder = resolve(whereCallerStands(), into);
  if (existsSync(folder))
    throw new Troubled('refused', `${folder} is there already: name a new folder for the backup. Nothing was written.`);
  const records = await openRecords(dataFolder, { database: databaseUrl ?? undefined, documents });
  try {
    const manifest = await backUp(records, { dataFolder, into: folder, at: new Date().toISOString() });
    say(json, manifest, [
      `Backed up into ${folder}: ${contents(manifest)}.`,
      'Whoever has this folder can read what people wrote, and open their links: keep it as you keep the data folder.',
    ]);
  } finally {
    await records.close();
  }
}

/** Restores a backup into an empty data folder (and database), and says what comes next. */
export async function restore(from: string, { data, json }: BackupOptions): Promise<void> {
  const { dataFolder, databaseUrl, documents } = await settingsOf(data);
  const database = databaseUrl ?? join(dataFolder, 'records.db');
  const place = { dataFolder, database, documents: await openDocuments(documents) };
  const manifest = await restoreInto(place, resolve(whereCallerStands(), from)).catch((error: unknown) => {
    throw new Troubled('refused', error instanceof Error ? error.message : String(error));
  });
  say(json, manifest, [
    `Restored into ${dataFolder}: ${contents(manifest)}, as of ${manifest.at}.`,
    'Start the service with it; every open case goes on where it stood, and no mail goes twice.',
  ]);
}

async function settingsOf(data: string | undefined): Promise<Settings> {
  if (data !== undefined) process.env['OASC_DATA'] = resolve(whereCallerStands(), data);
  const settings = await readSettings();
  if (settings.ok) return settings.value;
  throw new Troubled('invalid', 'The settings are wrong. Nothing was done.', { problems: settings.problems });
}

function contents({ tables, documents, audit }: Manifest): string {
  return `${tables['cases'] ?? 0} cases, ${documents} documents, ${audit.entries} entries of the audit (head ${audit.head.slice(0, 12)}…)`;
}

function say(json: boolean, manifest: Manifest, lines: string[]): void {
  process.stdout.write(json ? `${JSON.stringify(manifest)}\n` : `${lines.join('\n')}\n`);
}
