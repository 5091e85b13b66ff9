import { randomUUID } from 'node:crypto';
import { mkdir, opendir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../domain/canonical.ts';
import type { Sha256 } from '../domain/ids.ts';

/** Documents by the hash of their bytes: what is there can neither change nor be there twice. */
export type DocumentStore = {
  put(bytes: Uint8Array): Promise<Sha256>;
  /** The bytes, or null where there is no such document; bytes that do not match their hash are a fault. */
  get(hash: Sha256): Promise<Uint8Array | null>;
  /** The hashes of all documents, in no order that can be relied on. */
  hashes(): AsyncIterable<Sha256>;
};

/** A document store in a folder, `ab/cd/<hash>`; written aside and moved into place, so that no half document is ever seen. */
export function openDocumentFolder(folder: string): DocumentStore {
  const place = (hash: Sha256) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      const file = place(hash);
      const aside = `${file}.${randomUUID()}`;
      await mkdir(dirname(file), { recursive: true });
      try {
        await writeFile(aside, bytes, { flush: true });
        await rename(aside, file);
      } finally {
        await rm(aside, { force: true });
      }
      return hash;
    },
    get: async (hash) => {
      if (!isHash(hash)) return null;
      const bytes = await readFile(place(hash)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return documentOf(hash, bytes);
    },
    hashes: () => hashesIn(folder),
  };
}

async function* hashesIn(folder: string): AsyncIterable<Sha256> {
  await mkdir(folder, { recursive: true });
  for await (const entry of await opendir(folder, { recursive: true }))
    if (entry.isFile() && isHash(entry.name)) yield entry.name;
}

export function isHash(written: string): boolean {
  return /^[0-9a-f]{64}$/.test(written);
}

/** The bytes that were found for a hash, if they are the right ones. */
export function documentOf(hash: Sha256, bytes: Uint8Array | null): Uint8Array | null {
  if (bytes !== null && sha256(bytes) !== hash)
    throw new Error(`Document ${hash} is damaged: its bytes have another hash.`);
  return bytes;
}
