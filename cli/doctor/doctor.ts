import type { Network } from '../../domain/network.ts';
import { clockOf } from '../../worker/clock.ts';
import { readNetwork, type Settings } from '../../worker/settings.ts';
import type { Said } from '../commands/verb.ts';
import { settingsMeant } from '../settings-meant.ts';
import { exitCodes } from '../trouble.ts';
import { broken, type Finding, lookedAt, well } from './finding.ts';
import { lookAtClock, lookAtDisk, lookAtFolder, lookAtNode } from './machine.ts';
import { lookAtMail, lookAtSigning } from './mail.ts';
import { lookAtSeal } from './seal.ts';
import { lookAtService, runningIn } from './service.ts';
import { lookAtDatabase, lookAtDocuments, lookAtKey } from './stored.ts';
import { lookAtCli, lookAtServer } from './temporal.ts';
import { again, lookAtUploads } from './uploads.ts';
import { findingsInWords } from './words.ts';

/**
 * Looks at everything that the service needs, whether or not it runs, and changes nothing. Exit code 0 where nothing is
 * broken, 1 where something is.
 */
export async function doctor(data: string | undefined): Promise<Said> {
  const findings = await everyFinding(data);
  const isWell = findings.every(({ state }) => state !== 'broken');
  return {
    data: { well: isWell, findings },
    words: findingsInWords(findings),
    exitCode: isWell ? exitCodes.done : exitCodes.fault,
  };
}

async function everyFinding(data: string | undefined): Promise<Finding[]> {
  const node = await lookAtNode();
  const settings = await settingsMeant(data);
  if (!settings.ok) {
    const todo = 'Correct it, then look again: the rest is looked at once the settings are right.';
    return [
      node,
      ...settings.problems.map(({ file, path, message }) => broken('settings', `${path} ${message} (${file})`, todo)),
    ];
  }
  return [node, ...(await findingsOf(settings.value))];
}

async function findingsOf(settings: Settings): Promise<Finding[]> {
  const { dataFolder } = settings;
  const running = await runningIn(dataFolder);
  let network: Network | null = null;
  let last: string | null = null;
  const looks: [id: string, look: () => Promise<Finding | Finding[]>, todo: string][] = [
    ['settings', async () => well('settings', 'all known and right; oasc config show lists them'), ''],
    [
      'network',
      async () => {
        network = await readNetwork(settings.networkFile);
        return well('network', `${network.name} (${settings.networkFile})`);
      },
      'Correct the file that OASC_NETWORK names.',
    ],
    ['folder', () => lookAtFolder(dataFolder), 'Look at the data folder.'],
    ['disk', () => lookAtDisk(dataFolder), 'Look at the disk.'],
    ['service', () => lookAtService(settings, running), 'Start it: npm start'],
    ['cli', () => lookAtCli(settings), 'Correct OASC_TEMPORAL_CLI.'],
    [
      'server',
      () => lookAtServer(settings, running),
      'Start the server, or correct the setting that the sentence names.',
    ],
    [
      'database',
      async () => {
        const looked = await lookAtDatabase(settings);
        last = looked.last;
        return looked.found;
      },
      'Correct DATABASE_URL, or start the database.',
    ],
    ['documents', () => lookAtDocuments(settings), 'Bring the document back from a backup, or correct OASC_DOCUMENTS.'],
    ['uploads', lookAtUploads, again],
    ['clock', () => lookAtClock(clockOf(settings).now(), last, network?.zone ?? null), 'Set the clock right.'],
    ['key', () => lookAtKey(settings), 'Look at secret.key in the data folder.'],
    ['mail', () => lookAtMail(settings), 'Correct OASC_MAIL.'],
    [
      'seal',
      () => lookAtSeal(settings, new Date(clockOf(settings).now())),
      'Correct the setting that the sentence names.',
    ],
    ['dkim', () => lookAtSigning(settings, network), 'Correct the three DKIM settings, or take all of them out.'],
  ];
  const findings: Finding[] = [];
  for (const [id, look, todo] of looks) findings.push(...(await lookedAt(id, look, todo)));
  return findings;
}
