import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Holder } from './signing-peers.ts';

/** An authority's list of revoked certificates (CRL, DER), with nothing on it, made by openssl in a folder. */
export function emptyRevocationList(folder: string, by: Holder): Buffer {
  const own = join(folder, `${by.name.replaceAll(' ', '-')}.crl`);
  writeFileSync(`${own}.index`, '');
  writeFileSync(
    `${own}.cnf`,
    `[ca]\ndefault_ca=a\n[a]\ndatabase=${own}.index\ndefault_md=sha256\ndefault_crl_days=30\n`,
  );
  const who = ['-keyfile', by.key, '-cert', by.certFile, '-config', `${own}.cnf`];
  execFileSync('openssl', ['ca', '-gencrl', ...who, '-out', `${own}.pem`], { stdio: 'ignore' });
  execFileSync('openssl', ['crl', '-in', `${own}.pem`, '-outform', 'DER', '-out', own]);
  return readFileSync(own);
}
