import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { timestampWords } from '../../templates/timestamp-words.ts';
import { askTimestamp } from '../../worker/adapters/seal/ask-timestamp.ts';
import { type ConfiguredSeal, lookAtSealSettings } from '../../worker/adapters/seal/look-at-settings.ts';
import { certificatesIn } from '../../worker/adapters/seal/pem-file.ts';
import { TimestampFault } from '../../worker/adapters/seal/timestamp-answer.ts';
import type { Settings } from '../../worker/settings.ts';
import { attention, broken, type Finding, well } from './finding.ts';

/** Who seals letters, and whether a time can be had for it. */
export async function lookAtSeal({ dataFolder, seal }: Settings, now: Date): Promise<Finding[]> {
  const configured = await lookAtSealSettings(seal, now);
  return [
    configured === null ? await lookAtTestAuthority(dataFolder) : lookAtCertificate(configured, now),
    await lookAtTimestamps(seal, configured),
  ];
}

async function lookAtTestAuthority(dataFolder: string): Promise<Finding> {
  const file = join(dataFolder, 'seal', 'test-authority.pem');
  const found = await stat(file).catch(() => null);
  if (found !== null && (found.mode & 0o077) !== 0)
    return attention('seal', 'the key of the TEST seal can be read by others', `chmod 600 ${file}`);
  return attention(
    'seal',
    'letters get a TEST seal: it shows every change, but nobody vouches for whose it is',
    'Set OASC_SEAL and OASC_SEAL_PASSWORD to a certificate of your own: RUNBOOK.md, "A seal of your own".',
  );
}

/** How long before its end somebody should order a new one, in days. */
const ahead = 60;

function lookAtCertificate({ holder, issuer, until }: NonNullable<ConfiguredSeal>, now: Date): Finding {
  const what = `letters are sealed by ${holder} (from ${issuer}), until ${until.toISOString().slice(0, 10)}`;
  return until.getTime() - now.getTime() < ahead * 24 * 60 * 60 * 1000
    ? attention('seal', what, 'Order the next certificate now: RUNBOOK.md, "A seal of your own".')
    : well('seal', what);
}

/** Asks for one timestamp over nothing that is anybody's, since only an answer shows whether they count. */
async function lookAtTimestamps(seal: Settings['seal'], configured: ConfiguredSeal): Promise<Finding> {
  const { timestamp: url, timestampRoots, roots, timestampPolicy: policy } = seal;
  if (url === null)
    return attention(
      'timestamp',
      'seals have no trusted time (PAdES baseline B)',
      'Set OASC_TIMESTAMP and OASC_TIMESTAMP_ROOTS to a time-stamp authority for baseline T.',
    );
  const { host } = new URL(url);
  const trusted = [
    ...(timestampRoots ? await certificatesIn('OASC_TIMESTAMP_ROOTS', timestampRoots) : []),
    ...(!timestampRoots && roots ? await certificatesIn('OASC_SEAL_ROOTS', roots) : []),
    ...(!timestampRoots && configured ? [configured.top] : []),
  ];
  if (trusted.length === 0)
    return broken(
      'timestamp',
      `nobody says whose timestamps count, so none of ${host} will`,
      'Set OASC_TIMESTAMP_ROOTS to the root certificate of that authority (PEM).',
    );
  try {
    await askTimestamp({ url, roots: trusted, policy, patience: 10_000 })(Buffer.from('a look by the doctor'));
    return well('timestamp', `${host} stamps, and its timestamps count`);
  } catch (error) {
    if (!(error instanceof TimestampFault)) throw error;
    return broken(
      'timestamp',
      `the authority for timestamps (${host}) ${timestampWords[error.kind]}`,
      'Letters wait for their seal meanwhile, none is lost. Correct the OASC_TIMESTAMP settings, or ask the authority.',
    );
  }
}
