import { join } from 'node:path';
import { sql } from 'kysely';
import { openRecords } from '../records/records.ts';
import { openSecret } from '../records/secrets.ts';
import { createMailer } from './adapters/mailer.ts';
import { bundlePath } from './bundle.ts';
import { healthBy, openHealthDesk } from './health.ts';
import { runProcess } from './process.ts';
import { addressOf, readNetwork } from './settings.ts';
import { startWorker } from './worker.ts';

/** The worker as a process of its own, plugged together from the settings. */
await runProcess('worker', async (settings) => {
  const { dataFolder, metricsPort } = settings;
  if (settings.mail === 'catch')
    throw new Error(
      'Nobody catches mails for this worker: start it by `oasc start`, or set OASC_MAIL to a mail server.',
    );
  const server = new URL(settings.mail);
  const network = await readNetwork(settings.networkFile);
  const records = await openRecords(dataFolder, { database: settings.databaseUrl ?? undefined });
  const mailer = createMailer({ host: server.hostname, port: Number(server.port || 25) });
  const worker = await startWorker({
    temporal: {
      address: settings.temporal['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233',
      namespace: settings.temporal['TEMPORAL_NAMESPACE'] ?? 'default',
    },
    records,
    network,
    secret: await openSecret(dataFolder),
    mailer,
    siteFolder: join(dataFolder, 'site'),
    address: addressOf(settings),
    workflows: { codePath: bundlePath },
  });
  const works = async () => {
    await sql`select 1`.execute(records.database);
    if (worker.state() !== 'RUNNING') throw new Error('the worker is not running');
  };
  const place = metricsPort === null ? { host: '127.0.0.1', port: 0 } : { host: settings.host, port: metricsPort };
  const desk = await openHealthDesk(place, { '/health': () => healthBy(works) });
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
