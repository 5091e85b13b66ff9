import { sha256 } from '../domain/canonical.ts';
import type { Network } from '../domain/network.ts';
import type { ExportedFile } from '../service/case-export.ts';
import type { EvidencePack } from '../service/evidence-pack.ts';
import { evidenceReadme } from '../templates/evidence-readme.ts';
import { zipped } from './zip.ts';

/** An evidence pack as one ZIP file: its files, what explains them, and the fingerprints of them all. */
export async function evidenceZip({ files, facts }: EvidencePack, network: Network): Promise<Uint8Array<ArrayBuffer>> {
  const readme = evidenceReadme(facts, { name: network.name, email: network.sender.email });
  const all: ExportedFile[] = [{ path: 'README.txt', bytes: Buffer.from(readme) }, ...files];
  const sums = all.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('');
  return await zipped(`${facts.case}-evidence`, [...all, { path: 'SHA256SUMS', bytes: Buffer.from(sums) }]);
}
