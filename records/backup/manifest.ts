import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Instant, Sha256 } from '../../domain/ids.ts';

/** What a backup says of itself: how its tables were made, how much is in it, where the audit stood, and each file's hash. */
export type Manifest = {
  format: 1;
  at: Instant;
  migration: string;
  tables: Record<string, number>;
  documents: number;
  audit: { entries: number; head: Sha256 };
  files: Record<string, Sha256>;
};

/** Reads the manifest of a backup, and compares every file with it. Throws one sentence that names the first that differs. */
export async function checkedManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`${folder} is not a backup: it has no manifest.json.`);
  });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1) throw new Error(`${folder} was made by a newer version: restore it with that one.`);
  for (const [file, sum] of Object.entries(manifest.files)) {
    const now = await sumOf(join(folder, file)).catch(() => null);
    if (now === null) throw new Error(`The backup is not whole: ${file} is missing. Nothing was restored.`);
    if (now !== sum) throw new Error(`The backup is damaged: ${file} has changed. Nothing was restored.`);
  }
  return manifest;
}

/** The SHA-256 sum of a file. */
export async function sumOf(file: string): Promise<Sha256> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(file), sum);
  return sum.digest('hex');
}

/** Every file below a folder, by its path in it. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).toSorted();
}
