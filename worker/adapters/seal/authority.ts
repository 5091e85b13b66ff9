import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../../domain/canonical.ts';
import type { ListedService } from '../../../domain/trusted-list.ts';
import type { Trust } from '../inspection/signatures/certificates.ts';
import { openKeyStore } from './key-store.ts';
import { certificatesOf, pemOf } from './pem.ts';
import { certificatesIn } from './pem-file.ts';
import type { Signer } from './signer.ts';
import { openTestAuthority } from './test-authority.ts';
import { readTrustedList } from './trusted-list/trusted-list.ts';

/** What the settings say about the seal; every file is an absolute path, null where nobody said. */
export type SealSettings = {
  /** A PKCS#12 file with key and certificate; without it, this installation makes a test authority for itself. */
  file: string | null;
  password: string;
  /** Roots that count beside those that come with the key, and those of before. */
  roots: string | null;
  timestamp: string | null;
  timestampRoots: string | null;
  timestampPolicy: string | null;
  /** A trusted list (ETSI TS 119 612), and the certificate of whoever signs it. */
  trustedList: string | null;
  trustedListSigner: string | null;
};

/** Who seals here, and whose seals and timestamps count. Certificates are texts in PEM. */
export type Authority = {
  kind: 'test' | 'configured';
  signer: Signer;
  /** The certificate that seals, then those above it. */
  chain: string[];
  /** The certificates at the top: of this seal, of those before it, and those that the settings name. */
  roots: string[];
  /** Every certificate with which this installation seals or has sealed. */
  ours: string[];
  /** Roots of authorities for timestamps. */
  timestampRoots: string[];
  /** Services whose certificates are qualified. */
  qualified: ListedService[];
};

/**
 * Opens the authority of a data folder: the one that the settings name, or a test authority that is made once and kept there.
 * Whatever sealed here once stays known, so that a letter of before is still known as ours after the certificate has changed.
 */
export async function openAuthority(
  dataFolder: string,
  settings: SealSettings,
  organisation: string,
  now: Date = new Date(),
): Promise<Authority> {
  const folder = join(dataFolder, 'seal');
  const signer = settings.file
    ? await openKeyStore(settings.file, settings.password, now)
    : await openTestAuthority(join(folder, 'test-authority.pem'), organisation, now);
  const chain = [signer.certificate, ...signer.above].map(pemOf);
  const known = await knownChains(folder, chain);
  const given = settings.roots ? await certificatesIn('OASC_SEAL_ROOTS', settings.roots) : [];
  // The last of a chain is the highest that we were given, and trusted as the file is.
  const tops = known.flatMap((one) => one.slice(-1));
  const roots = [...new Set([...tops, ...given])];
  const timestampRoots = settings.timestampRoots
    ? await certificatesIn('OASC_TIMESTAMP_ROOTS', settings.timestampRoots)
    : roots;
  const { services: qualified } = settings.trustedList
    ? await readTrustedList(settings.trustedList, settings.trustedListSigner)
    : { services: [] };
  const ours = known.flatMap((one) => one.slice(0, 1));
  return { kind: settings.file ? 'configured' : 'test', signer, chain, roots, ours, timestampRoots, qualified };
}

/** Whom the check of a file trusts by this authority. */
export function trustOf({ ours, roots, timestampRoots, qualified }: Authority): Trust {
  return { ours, trusted: roots, qualified, timestamps: timestampRoots };
}

/** The chains with which this folder has sealed, each from its seal to its top; this one is noted before it seals anything. */
async function knownChains(folder: string, chain: string[]): Promise<string[][]> {
  const known = join(folder, 'known');
  await mkdir(known, { recursive: true, mode: 0o700 });
  const text = chain.join('');
  const file = join(known, `${sha256(Buffer.from(text))}.pem`);
  if ((await readFile(file, 'utf8').catch(() => null)) !== text) {
    const aside = join(known, `.${randomUUID()}`);
    await writeFile(aside, text, { flush: true });
    await rename(aside, file);
  }
  const names = (await readdir(known)).filter((name) => name.endsWith('.pem')).toSorted();
  return await Promise.all(
    names.map(async (name) => certificatesOf(await readFile(join(known, name), 'utf8')).map(pemOf)),
  );
}
