import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { openRecords } from '../records/records.ts';
import { openSecret } from '../records/secrets.ts';
import { openDkim } from './adapters/dkim.ts';
import { mailServerOf } from './adapters/mail-server.ts';
import { createMailer } from './adapters/mailer.ts';
import { openSeal } from './adapters/seal/open-seal.ts';
import { bundlePath } from './bundle.ts';
import { clockOf } from './clock.ts';
import { runProcess } from './process.ts';
import { refuseDivergence } from './replay-open.ts';
import { registerSearchAttributes } from './search-attributes.ts';
import { addressOf, readNetwork, storesOf } from './settings.ts';
import { openTelemetry, placeForSdkMetrics } from './telemetry/telemetry.ts';
import { connectToTemporal } from './temporal-connection.ts';
import { type TemporalPlace, temporalPlaceOf } from './temporal-place.ts';
import { startWorker } from './worker.ts';

/** The worker as a process of its own, plugged together from the settings. */
await runProcess('worker', async (settings, log) => {
  const { dataFolder, metricsPort } = settings;
  if (settings.mail === 'catch')
    throw new Error(
      'Nobody catches mails for this worker: start it by `oasc start`, or set OASC_MAIL to a mail server.',
    );
  const temporal = temporalPlaceOf(settings.temporal);
  // All at once: a worker that was killed is missed until it is open again.
  const [cases, network, records, secret] = await Promise.all([
    examine(temporal, dataFolder),
    readNetwork(settings.networkFile),
    openRecords(dataFolder, storesOf(settings)),
    openSecret(dataFolder),
  ]);
  log.info({ cases }, 'open cases replayed');
  const signature = openDkim(settings.dkim ?? {}, network.sender.email);
  const mailer = createMailer(mailServerOf(settings.mail), signature ?? undefined);
  const { seal } = await openSeal(dataFolder, settings.seal, network.name);
  const sdk = await placeForSdkMetrics(metricsPort);
  const worker = await startWorker({
    temporal,
    records,
    network,
    secret,
    mailer,
    seal,
    siteFolder: join(dataFolder, 'site'),
    address: addressOf(settings),
    workflows: { codePath: bundlePath },
    watchers: { log, metrics: sdk },
  });
  const isRunning = () => worker.state() === 'RUNNING';
  const desk = await openTelemetry(settings, { records, clock: clockOf(settings), isRunning, sdk });
  return {
    opened: { health: `${desk.address}/health` },
    ended: worker.ended,
    stop: async () => {
      await worker.stop();
      mailer.close();
      await desk.stop();
      await records.close();
    },
  };
});

/** Looks at the server and at what is under way before anything of it is taken up; answers with how many cases were replayed. */
async function examine(temporal: TemporalPlace, dataFolder: string): Promise<number> {
  const connection = await connectToTemporal(temporal);
  try {
    const client = new Client({ connection, namespace: temporal.namespace, identity: 'oasc-worker-start' });
    await registerSearchAttributes(client);
    return await refuseDivergence(client, await readFile(bundlePath, 'utf8'), join(dataFolder, 'replayed'));
  } finally {
    await connection.close();
  }
}
