import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** A file to publish: its path below the site's address, with `/` between its parts, and the way to its bytes. */
export type FileToPublish = { path: string; read: () => Promise<Uint8Array> };

export type SiteFolder = {
  /** Puts files where readers are, each whole or not at all; files that are there already, byte for byte, stay as they are. */
  publish(files: FileToPublish[]): Promise<void>;
  /** The bytes of a published file, or null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
};

/**
 * The public site as a folder of files. A path that leads out of the folder is an error before anything is written.
 * Pages come after the pictures that they show, lists and feeds after the pages that they lead to, the first page last:
 * a reader never meets a link to what is not there.
 */
export function createSiteFolder(folder: string): SiteFolder {
  const root = resolve(folder);
  return {
    publish: async (files) => {
      const inOrder = files
        .map(({ path, read }) => ({ file: placeOf(root, path), rank: rankOf(path), read }))
        .toSorted((one, other) => one.rank - other.rank);
      for (const { file, read } of inOrder) await put(file, await read());
    },
    read: async (path) => await bytesOf(placeOf(root, path)),
  };
}

const ranks: [RegExp, number][] = [
  [/^(images\/.*|[^/]*\.css)$/, 0],
  [/^news\/[^/]+\/index\.html$/, 1],
  [/^feeds\//, 3],
  [/^index\.html$/, 4],
];

/** What is none of these is a list, and comes between articles and feeds. */
function rankOf(path: string): number {
  return ranks.find(([paths]) => paths.test(path))?.[1] ?? 2;
}

function placeOf(root: string, path: string): string {
  const parts = path.split('/');
  const file = resolve(root, path);
  if (parts.some((part) => /^\.*$|[\\\0]/.test(part)) || !file.startsWith(root + sep))
    throw new Error('A path of the site leads out of its folder, and nothing was written.');
  return file;
}

async function put(file: string, bytes: Uint8Array): Promise<void> {
  const present = await bytesOf(file);
  if (present && Buffer.compare(present, bytes) === 0) return;
  await mkdir(dirname(file), { recursive: true });
  const aside = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    await writeFile(aside, bytes, { flush: true });
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Asked of what was thrown, not of its class: in a test, Node's errors are those of another realm. */
function isAbsence(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR')
  );
}
