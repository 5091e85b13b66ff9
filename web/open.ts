import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Network } from '../domain/network.ts';
import { openRecords, type Records } from '../records/records.ts';
import { openSecret, type Secret } from '../records/secrets.ts';
import type { Door, DoorClock } from '../service/door.ts';
import { fillIn } from '../service/opening.ts';
import { createApp } from './app.ts';
import { serveApp } from './serve.ts';

export type Premises = {
  dataFolder: string;
  records: Records;
  secret: Secret;
  siteFolder: string;
  address: string;
  port: number;
};

/** Opens a data folder, and chooses where the web will be found: the port given, or a free one. */
export async function openPremises(dataFolder: string, port = 0): Promise<Premises> {
  const records = await openRecords(dataFolder);
  const chosen = port === 0 ? await freePort() : port;
  return {
    dataFolder,
    records,
    secret: await openSecret(dataFolder),
    siteFolder: join(dataFolder, 'site'),
    port: chosen,
    address: `http://127.0.0.1:${chosen}`,
  };
}

export type OpenWeb = { door: Door; connection: Connection; stop(): Promise<void> };

/** Opens the door and serves portal, staff API and site; what a crash left out is filled in at once, in the background of the first visits. */
export async function openWeb(
  premises: Premises,
  plugs: { temporal: { address: string; namespace: string }; network: Network; clock: DoorClock },
): Promise<OpenWeb> {
  const { records, secret, address, port, siteFolder } = premises;
  const connection = await Connection.connect({ address: plugs.temporal.address });
  const temporal = new Client({ connection, namespace: plugs.temporal.namespace, identity: 'oasc-door' });
  const door: Door = { records, secret, address, temporal, network: plugs.network, clock: plugs.clock };
  await fillIn(door);
  const web = await serveApp(createApp(door, { siteFolder }), { host: '127.0.0.1', port });
  return {
    door,
    connection,
    stop: async () => {
      await web.stop();
      await connection.close();
    },
  };
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
