import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Troubled } from '../trouble.ts';
import { pathGiven } from './options.ts';

/** A file that a command has written: where, how long, and its fingerprint. */
export type Saved = { file: string; bytes: number; sha256: string };

/** Writes bytes where somebody asked for them, from where they stand; says which path could not be written. */
export async function save(path: string, bytes: Uint8Array): Promise<Saved> {
  const file = pathGiven(path);
  try {
    await writeFile(file, bytes);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Troubled('fault', `${file} cannot be written${why}: choose another place with --file.`);
  }
  return { file, bytes: bytes.length, sha256: sha256Of(bytes) };
}

/** The fingerprint of a file, as records and pages name it. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
