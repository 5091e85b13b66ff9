import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseId } from '../domain/ids.ts';

/** The secret of an installation, from which links and codes are derived; none of them is ever stored. */
export type Secret = Uint8Array;

/** Reads the secret of a data folder, or makes one that only its owner can read; of several who make one at once, one stays. */
export async function openSecret(dataFolder: string): Promise<Secret> {
  const file = join(dataFolder, 'secret.key');
  return (await kept(file)) ?? (await made(file));
}

/** The part of an address that lets its holder in: the link's id, and a proof that we gave it out. */
export function linkToken(secret: Secret, linkId: string): string {
  return `${linkId}.${derived(secret, `link:${linkId}`).toString('base64url')}`;
}

/** The id of the link that a token belongs to; null where the proof is not ours. */
export function linkIdOf(secret: Secret, token: string): string | null {
  const [id = '', proof = ''] = token.split('.', 2);
  const ours = Buffer.from(linkToken(secret, id).slice(id.length + 1));
  const given = Buffer.from(proof);
  return ours.length === given.length && timingSafeEqual(ours, given) && token === `${id}.${proof}` ? id : null;
}

/** The six digits of a code. */
export function codeDigits(secret: Secret, codeId: string): string {
  return String(derived(secret, `code:${codeId}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** Whether the digits that were typed are the code's; spaces do not count. */
export function isCode(secret: Secret, codeId: string, typed: string): boolean {
  const given = Buffer.from(typed.replace(/\s/g, ''));
  const ours = Buffer.from(codeDigits(secret, codeId));
  return given.length === ours.length && timingSafeEqual(given, ours);
}

/** A letter by its case and its number there, as it was sent out for signing or as it was sealed. */
export type PrintedOn = { case: CaseId; letter: number; as: 'issued' | 'sealed' };

/**
 * The last part of the address at which a letter is checked, as the QR code on it has it: which letter it is, and a proof
 * that we printed it. A sealed letter has another than the one that was sent out, whose holder may know less.
 */
export function checkToken(secret: Secret, caseId: CaseId, letter: number, as: PrintedOn['as'] = 'issued'): string {
  const id = `${caseId}.${letter}${as === 'sealed' ? 's' : ''}`;
  return `${id}.${derived(secret, `check:${id}`).subarray(0, 15).toString('base64url')}`;
}

/** Which letter a token was printed on; null where the proof is not ours. */
export function checkedLetterOf(secret: Secret, token: string): PrintedOn | null {
  const [, caseId, number, sealed] = /^([a-z0-9-]{1,200}\.\d{1,6})\.(\d{1,6})(s?)\.[\w-]{20}$/.exec(token) ?? [];
  if (caseId === undefined) return null;
  const printed: PrintedOn = { case: caseId, letter: Number(number), as: sealed ? 'sealed' : 'issued' };
  const ours = Buffer.from(checkToken(secret, printed.case, printed.letter, printed.as));
  const given = Buffer.from(token);
  return ours.length === given.length && timingSafeEqual(ours, given) ? printed : null;
}

function derived(secret: Secret, purpose: string): Buffer {
  return createHmac('sha256', secret).update(purpose).digest();
}

async function kept(file: string): Promise<Secret | null> {
  return await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** Written aside and put in place by a link, which fails where there is one: nobody ever reads half a secret. */
async function made(file: string): Promise<Secret> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await writeFile(aside, randomBytes(32), { flush: true, mode: 0o600 });
    await link(aside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  return await readFile(file);
}
