import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { whereCallerStands } from '../data-folder.ts';
import type { StaffClient } from '../staff-client.ts';
import { Troubled } from '../trouble.ts';

/** Saves a document of the service where the caller stands, never over another file; answers with its path. */
export async function saved(client: StaffClient, path: string, name: string): Promise<string> {
  const { bytes, type } = await client.download(path);
  const [stem, ending] = [name.replace(/[^\p{L}\p{N}-]+/gu, '-'), endings[type.split(';')[0] ?? ''] ?? 'bin'];
  for (let number = 1; number < 100; number += 1) {
    const file = join(whereCallerStands(), `${stem}${number === 1 ? '' : `-${number}`}.${ending}`);
    if (await written(file, bytes)) return file;
  }
  throw new Troubled('fault', `There are a hundred files named ${stem} here already.`);
}

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/html': 'html',
};

async function written(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(file, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new Troubled('fault', `${file} cannot be written: start oasc in a folder of your own.`);
  }
}
