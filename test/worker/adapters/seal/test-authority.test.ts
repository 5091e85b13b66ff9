import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openAuthority } from '../../../../worker/adapters/seal/authority.ts';
import { nothingSet } from '../../../../worker/adapters/seal/open-seal.ts';
import { dataFolder } from '../../../support/data-folders.ts';

const town = 'Network of Open Towns';
const inYear = (year: number) => new Date(`${year}-03-01T00:00:00Z`);

async function openedIn(folder: string, now?: Date) {
  const authority = await openAuthority(folder, nothingSet, town, now);
  const [seal, root] = authority.chain.map((pem) => new X509Certificate(pem)) as [X509Certificate, X509Certificate];
  return { authority, seal, root };
}

test('An installation without a certificate makes one whose names say TEST, and only its owner can read the key', async () => {
  const folder = await dataFolder();
  const { seal, root, authority } = await openedIn(folder);
  expect([seal.subject, root.subject, seal.issuer]).toEqual([
    `O=TEST ${town}\nCN=TEST seal (nobody vouches for it)`,
    `O=TEST ${town}\nCN=TEST root (made by this installation)`,
    root.subject,
  ]);
  expect([seal.ca, root.ca, seal.verify(root.publicKey), authority.kind]).toEqual([false, true, true, 'test']);
  expect((await stat(join(folder, 'seal', 'test-authority.pem'))).mode & 0o777).toBe(0o600);
});

test('openssl finds its certificates right by every rule that it knows', async () => {
  const folder = await dataFolder();
  const { authority } = await openedIn(folder);
  const [seal, root] = [join(folder, 'seal.pem'), join(folder, 'root.pem')];
  await writeFile(seal, authority.chain[0] ?? '');
  await writeFile(root, authority.chain[1] ?? '');
  const said = execFileSync('openssl', ['verify', '-x509_strict', '-purpose', 'smimesign', '-CAfile', root, seal]);
  expect(String(said)).toBe(`${seal}: OK\n`);
});

test('The same authority is there again at the next start, also for several processes that start at once', async () => {
  const folder = await dataFolder();
  const all = await Promise.all([openedIn(folder), openedIn(folder), openedIn(folder)]);
  expect(new Set([...all, await openedIn(folder)].map(({ seal }) => seal.fingerprint256)).size).toBe(1);
});

test('In its last year a seal is made anew below the same root; a root that would not outlive it is made anew too', async () => {
  const folder = await dataFolder();
  const first = await openedIn(folder, inYear(2030));
  const same = await openedIn(folder, inYear(2038));
  const next = await openedIn(folder, inYear(2040));
  const other = await openedIn(folder, inYear(2056));
  expect(same.seal.fingerprint256).toBe(first.seal.fingerprint256);
  expect([next.seal.fingerprint256 === first.seal.fingerprint256, next.root.fingerprint256]).toEqual([
    false,
    first.root.fingerprint256,
  ]);
  expect(other.root.fingerprint256 === first.root.fingerprint256).toBe(false);
  expect([other.authority.ours.length, other.authority.roots.length]).toEqual([3, 2]);
});

test('A name of any length and any letters stands in it as far as there is room', async () => {
  const { seal } = await openAuthority(await dataFolder(), nothingSet, 'Şehirler Ağı '.repeat(9)).then(({ chain }) => ({
    seal: new X509Certificate(chain[0] ?? ''),
  }));
  expect(seal.subject.split('\n')[0]).toBe(`O=TEST ${'Şehirler Ağı '.repeat(9).slice(0, 59)}`);
});

test('A damaged authority is told by its file, and never replaced in silence', async () => {
  const folder = await dataFolder();
  await openedIn(folder);
  const file = join(folder, 'seal', 'test-authority.pem');
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 900));
  await expect(openedIn(folder)).rejects.toThrow(
    `The test authority is damaged: bring ${file} back from a backup, or move it away to get a new one.`,
  );
});
