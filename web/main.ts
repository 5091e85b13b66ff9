import { join } from 'node:path';
import { openRecords } from '../records/records.ts';
import { openSecret } from '../records/secrets.ts';
import { followEvents } from '../service/events.ts';
import { appointFirst } from '../service/first-administrator.ts';
import { openSeal } from '../worker/adapters/seal/open-seal.ts';
import { clockOf } from '../worker/clock.ts';
import { runProcess } from '../worker/process.ts';
import { addressOf, readNetwork, storesOf } from '../worker/settings.ts';
import { temporalPlaceOf } from '../worker/temporal-place.ts';
import { noteFaultsIn } from './faults.ts';
import { openWeb } from './open.ts';

/** The web as a process of its own: site, portal and staff API on one port, plugged together from the settings. */
await runProcess('web', async (settings, log) => {
  const { dataFolder, host, port } = settings;
  noteFaultsIn(log);
  const network = await readNetwork(settings.networkFile);
  const records = await openRecords(dataFolder, storesOf(settings));
  const clock = clockOf(settings);
  const premises = {
    dataFolder,
    records,
    secret: await openSecret(dataFolder),
    siteFolder: join(dataFolder, 'site'),
    address: addressOf(settings),
    host,
    port,
    handOverPort: async () => {},
  };
  const { authority } = await openSeal(dataFolder, settings.seal, network.name);
  const temporal = temporalPlaceOf(settings.temporal);
  const web = await openWeb(premises, { temporal, network, clock, authority, log });
  const events = followEvents({ records }, ({ subject, kind, actor, at }) => {
    log.info({ event: `${subject}: ${kind.replaceAll('-', ' ')}`, subject, kind, actor, at }, 'event');
  });
  if (await appointFirst({ records, clock }, dataFolder)) log.info('the first administrator was appointed');
  return {
    opened: { health: `http://${host}:${port}/health` },
    stop: async () => {
      await web.stop();
      await events.stop();
      await records.close();
    },
  };
});
