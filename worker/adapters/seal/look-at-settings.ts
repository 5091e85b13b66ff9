import { X509Certificate } from 'node:crypto';
import type { SealSettings } from './authority.ts';
import { openKeyStore } from './key-store.ts';
import { pemOf } from './pem.ts';
import { certificatesIn } from './pem-file.ts';
import { readTrustedList } from './trusted-list/trusted-list.ts';
import { WrongSealSetting } from './wrong-setting.ts';

/** Whose certificate seals by the settings, until when, and the highest above it (PEM); null where a test authority will. */
export type ConfiguredSeal = { holder: string; issuer: string; until: Date; top: string } | null;

/** Looks at everything that the settings say about the seal and makes nothing; throws a WrongSealSetting for what is wrong. */
export async function lookAtSealSettings(
  { file, password, roots, timestamp, timestampRoots, timestampPolicy, trustedList, trustedListSigner }: SealSettings,
  now: Date = new Date(),
): Promise<ConfiguredSeal> {
  if (file === null && password !== '')
    throw new WrongSealSetting(
      'OASC_SEAL_PASSWORD',
      'opens nothing: OASC_SEAL names no file, so name one, or take it out',
    );
  if (timestamp === null && (timestampRoots !== null || timestampPolicy !== null))
    throw new WrongSealSetting(
      timestampRoots === null ? 'OASC_TIMESTAMP_POLICY' : 'OASC_TIMESTAMP_ROOTS',
      'is for nobody: OASC_TIMESTAMP names no authority, so name one, or take it out',
    );
  if (roots !== null) await certificatesIn('OASC_SEAL_ROOTS', roots);
  if (timestampRoots !== null) await certificatesIn('OASC_TIMESTAMP_ROOTS', timestampRoots);
  if (trustedList !== null) await readTrustedList(trustedList, trustedListSigner);
  else if (trustedListSigner !== null)
    throw new WrongSealSetting(
      'OASC_TRUSTED_LIST_SIGNER',
      'signs nothing: OASC_TRUSTED_LIST names no list, so name one, or take it out',
    );
  if (file === null) return null;
  const { certificate, above } = await openKeyStore(file, password, now);
  const { subject, issuer, validTo } = new X509Certificate(certificate);
  return {
    holder: inOneLine(subject),
    issuer: inOneLine(issuer),
    until: new Date(validTo),
    top: pemOf(above.at(-1) ?? certificate),
  };
}

function inOneLine(name: string): string {
  return name.split('\n').toReversed().join(', ');
}
