import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import type { StaffClient } from '../staff-client.ts';
import { Troubled } from '../trouble.ts';
import type { Sending } from './form.ts';

/** Sends an act to the staff API, with the file of this computer that goes with it. */
export async function sendOff(client: StaffClient, { method = 'POST', path, body, file }: Sending): Promise<void> {
  if (method === 'DELETE') await client.delete(path);
  else await client.post(path, file ? await withFile(body, file) : body);
}

async function withFile(body: Sending['body'], { field, path, as }: NonNullable<Sending['file']>): Promise<FormData> {
  const form = new FormData();
  if (as === 'act') form.append('act', JSON.stringify(body));
  else
    for (const [name, value] of Object.entries(body))
      form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  form.append(field, new File([await bytesOf(path)], basename(path)));
  return form;
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path.replace(/^~(?=\/)/, homedir())));
  } catch {
    throw new Troubled('invalid', `${path} cannot be read: give the path of a file on this computer.`);
  }
}
