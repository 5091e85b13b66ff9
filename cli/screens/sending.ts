import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import type { StaffClient } from '../staff-client.ts';
import { Troubled } from '../trouble.ts';
import type { Sending } from './form.ts';

/** Sends an act to the staff API, with the file or the plan of this computer that goes with it. */
export async function sendOff(client: StaffClient, sending: Sending): Promise<unknown> {
  const { method = 'POST', path, body, file, form, plan } = sending;
  if (method === 'DELETE') return await client.delete(path);
  if (file) return await client.post(path, await withFile(body, file));
  if (form) return await client.post(path, inForm(body));
  return await client.post(path, plan ? await withPlan(body, plan) : body);
}

async function withFile(body: Sending['body'], { field, path }: NonNullable<Sending['file']>): Promise<FormData> {
  const form = inForm(body);
  form.append(field, new File([await bytesOf(path)], basename(path)));
  return form;
}

/** The body with what a plan says, and the picture that the plan names. */
async function withPlan(
  body: Sending['body'],
  { path, into }: NonNullable<Sending['plan']>,
): Promise<object | FormData> {
  const { readPlan } = await import('../commands/create-announcement.ts');
  const { plan: read, image } = await readPlan(fromHome(path));
  if (into === 'body') {
    const typed = body['plan'] as { author: { name: string } };
    // An author without a name was not typed: the plan's own is meant.
    const { author, ...others } = typed;
    const plan = { ...read, ...others, author: read.author.name === '' ? author : read.author };
    return image ? withPicture({ ...body, plan }, image) : { ...body, plan };
  }
  const act = { ...body, decision: { ...(body['decision'] as object), plan: read } };
  return image ? withPicture({ act }, image) : act;
}

function withPicture(body: Sending['body'], image: File): FormData {
  const form = inForm(body);
  form.append('image', image);
  return form;
}

function inForm(body: Sending['body']): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body))
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  return form;
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(fromHome(path)));
  } catch {
    throw new Troubled('invalid', `${path} cannot be read: give the path of a file on this computer.`);
  }
}

function fromHome(path: string): string {
  return path.replace(/^~(?=\/)/, homedir());
}
