import { KeyObject, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as pkijs from 'pkijs';
import { makeCertificate, newKeys } from './certificate.ts';
import { certificatesOf, keyPemOf, keysOf, pemOf } from './pem.ts';
import { type Signer, signerWith } from './signer.ts';

/** How long certificates of the test authority live, in years, and how long before its end one is made anew. */
const years = { seal: 10, root: 30, before: 1 };

/**
 * The authority that an installation makes for itself where nobody gave it a certificate: a root, and a certificate below it
 * that seals, in one file that only its owner can read. Both say TEST in their names, since nobody vouches for them. A
 * certificate in its last year is made anew below the same root, and the root before it would not outlive that.
 */
export async function openTestAuthority(file: string, organisation: string, now: Date): Promise<Signer> {
  const found = await kept(file);
  if (found && lasts(found.seal, now)) return signerOf(found);
  if (!found) return signerOf(await keptFirst(file, await made(organisation, now)));
  const root = { certificate: found.root, key: found.rootKey };
  const next = outlives(found.root, now) ? await below(root, organisation, now) : await made(organisation, now);
  const aside = await writtenAside(file, next);
  await rename(aside, file);
  return signerOf(next);
}

type TestAuthority = { seal: pkijs.Certificate; sealKey: string; root: pkijs.Certificate; rootKey: string };

function signerOf({ seal, sealKey, root }: TestAuthority): Signer {
  return signerWith(sealKey, { certificate: derOf(seal), above: [derOf(root)] });
}

async function made(organisation: string, now: Date): Promise<TestAuthority> {
  const keys = await newKeys();
  const certificate = await makeCertificate({
    subject: { commonName: 'TEST root (made by this installation)', organisation: `TEST ${organisation}` },
    publicKey: keys.publicKey,
    issuerKey: keys.privateKey,
    from: yesterday(now),
    to: inYears(now, years.root),
  });
  return await below({ certificate, key: keyPemOf(KeyObject.from(keys.privateKey)) }, organisation, now);
}

async function below(
  root: { certificate: pkijs.Certificate; key: string },
  organisation: string,
  now: Date,
): Promise<TestAuthority> {
  const keys = await newKeys();
  const rootKey = Buffer.from(root.key.replace(/-----[^-]+-----/g, ''), 'base64');
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const seal = await makeCertificate({
    subject: { commonName: 'TEST seal (nobody vouches for it)', organisation: `TEST ${organisation}` },
    publicKey: keys.publicKey,
    issuer: root.certificate,
    issuerKey: await crypto.subtle.importKey('pkcs8', rootKey, curve, false, ['sign']),
    from: yesterday(now),
    to: inYears(now, years.seal),
  });
  return { seal, sealKey: keyPemOf(KeyObject.from(keys.privateKey)), root: root.certificate, rootKey: root.key };
}

async function kept(file: string): Promise<TestAuthority | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(`The test authority cannot be read (${error.code}): give its owner the right to read ${file}.`);
  });
  if (text === null) return null;
  try {
    const [seal, root] = certificatesOf(text).map((one) => pkijs.Certificate.fromBER(one));
    const [sealKey, rootKey] = keysOf(text);
    if (seal && root && sealKey && rootKey) {
      signerWith(sealKey, { certificate: derOf(seal), above: [] });
      return { seal, sealKey, root, rootKey };
    }
  } catch {
    // Told below, as for a file that lacks something.
  }
  throw new Error(`The test authority is damaged: bring ${file} back from a backup, or move it away to get a new one.`);
}

/** Of several processes that make one at once, the first one's stays. */
async function keptFirst(file: string, authority: TestAuthority): Promise<TestAuthority> {
  const aside = await writtenAside(file, authority);
  try {
    await link(aside, file);
    return authority;
  } catch (error) {
    const first = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await kept(file) : null;
    if (!first) throw error;
    return first;
  } finally {
    await rm(aside, { force: true });
  }
}

async function writtenAside(file: string, { seal, root, sealKey, rootKey }: TestAuthority): Promise<string> {
  const aside = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const text = `${pemOf(derOf(seal))}${pemOf(derOf(root))}${sealKey}\n${rootKey}\n`;
  await writeFile(aside, text, { mode: 0o600, flush: true });
  return aside;
}

function derOf(certificate: pkijs.Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER());
}

function lasts(certificate: pkijs.Certificate, now: Date): boolean {
  return certificate.notAfter.value > inYears(now, years.before);
}

function outlives(root: pkijs.Certificate, now: Date): boolean {
  return root.notAfter.value > inYears(now, years.seal);
}

/** A clock that is a little behind must not find a certificate of the future. */
function yesterday(now: Date): Date {
  return wholeSeconds(now.getTime() - 24 * 60 * 60 * 1000);
}

function inYears(now: Date, count: number): Date {
  const later = wholeSeconds(now.getTime());
  later.setUTCFullYear(later.getUTCFullYear() + count);
  return later;
}

/** Certificates know no fractions of a second. */
function wholeSeconds(milliseconds: number): Date {
  return new Date(Math.floor(milliseconds / 1000) * 1000);
}
