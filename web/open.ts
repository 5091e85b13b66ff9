import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client, type Connection } from '@temporalio/client';
import { Hono } from 'hono';
import type { Network } from '../domain/network.ts';
import { openRecords, type Records, type Stores } from '../records/records.ts';
import { openSecret, type Secret } from '../records/secrets.ts';
import { siteContents } from '../records/site-contents.ts';
import type { Door, DoorClock } from '../service/door.ts';
import { fillIn } from '../service/opening.ts';
import { createInspector } from '../worker/adapters/inspection/inspector.ts';
import { type Authority, trustOf } from '../worker/adapters/seal/authority.ts';
import { createSiteFolder } from '../worker/adapters/site-folder.ts';
import { crashingRecords } from '../worker/crash-points/ports.ts';
import { crashPointsFrom } from '../worker/crash-points.ts';
import type { Log } from '../worker/log.ts';
import { connectToTemporal } from '../worker/temporal-connection.ts';
import type { TemporalPlace } from '../worker/temporal-place.ts';
import { createApp } from './app.ts';
import { type CallsUnderWay, callsUnderWay } from './calls-under-way.ts';
import { crashingCalls, crashingRequests } from './crash-points.ts';
import { directoryFiles } from './directory.ts';
import { noteFault } from './faults.ts';
import { pageCache } from './portal/page-cache.ts';
import { requestLog } from './request-log.ts';
import { serveApp } from './serve.ts';

export type Premises = {
  dataFolder: string;
  records: Records;
  secret: Secret;
  siteFolder: string;
  address: string;
  /** The interface that is listened on; loopback when absent. */
  host?: string;
  port: number;
  /** Gives the port to whoever serves on it now; until then nobody else can take it. */
  handOverPort(): Promise<void>;
};

/** Opens a data folder, and chooses where the web will be found: the port given, or a free one. */
export async function openPremises(dataFolder: string, port = 0, stores: Stores = {}): Promise<Premises> {
  const records = await openRecords(dataFolder, stores);
  const held = await holdPort(port);
  return {
    dataFolder,
    records,
    secret: await openSecret(dataFolder),
    siteFolder: join(dataFolder, 'site'),
    port: held.port,
    address: `http://127.0.0.1:${held.port}`,
    handOverPort: held.handOver,
  };
}

export type OpenWeb = { door: Door; connection: Connection; calls: CallsUnderWay; stop(): Promise<void> };

/** Opens the door and serves portal, staff API and site; what a crash left out is filled in beside the first visits. */
export async function openWeb(
  premises: Premises,
  plugs: { temporal: TemporalPlace; network: Network; clock: DoorClock; authority: Authority; log?: Log },
): Promise<OpenWeb> {
  const points = crashPointsFrom(process.env);
  const { secret, address, host = '127.0.0.1', port, siteFolder } = premises;
  const records = points ? crashingRecords(points, () => 'door', premises.records) : premises.records;
  const connection = await connectToTemporal(plugs.temporal);
  const temporal = new Client({
    connection,
    namespace: plugs.temporal.namespace,
    identity: 'oasc-door',
    interceptors: { workflow: points ? [crashingCalls(points)] : [] },
  });
  const inspector = createInspector({ trust: async () => trustOf(plugs.authority) });
  const { network, clock, authority: seal } = plugs;
  const door: Door = { records, secret, address, temporal, inspector, seal, network, clock };
  door.publishDirectory = async () => {
    const files = directoryFiles(door, await siteContents(records, door.network));
    await createSiteFolder(siteFolder).publish(
      files.map(({ path, body }) => ({ path, read: async () => Buffer.from(body) })),
    );
  };
  await premises.handOverPort();
  const calls = callsUnderWay(connection);
  const app = new Hono();
  if (plugs.log) app.use(requestLog(plugs.log));
  app.use('/join/:token', pageCache(records, plugs.clock));
  app.use((_, next) => calls.during(next));
  if (points) app.use(crashingRequests(points));
  app.route('/', createApp(door, { siteFolder }));
  const web = await serveApp(app, { host, port });
  // The first visitors need not wait for it; whoever acts on a case meanwhile writes its row anyway.
  const filling = fillIn(door).then(tell(plugs.log), (error: unknown) => void noteFault(error));
  return {
    door,
    connection,
    calls,
    stop: async () => {
      await web.stop();
      calls.giveUp();
      await filling;
      await connection.close();
    },
  };
}

function tell(log: Log | undefined): (filled: { filled: number; silent: number }) => void {
  return ({ filled, silent }) => {
    const cases = silent === 1 ? '1 open case or announcement does' : `${silent} open cases and announcements do`;
    const event = `${cases} not answer: their rows stay as they are until they do`;
    if (log) log[silent > 0 ? 'warn' : 'info']({ filled, silent, ...(silent > 0 ? { event } : {}) }, 'rows filled in');
    else if (silent > 0) process.stderr.write(`${event}.\n`);
  };
}

/** Takes a port at once, so that its number can be told before anything is served there. */
async function holdPort(wanted: number): Promise<{ port: number; handOver(): Promise<void> }> {
  // Whoever calls this early is turned away: a connection that stays would keep the port from being handed over.
  const holder = createServer((caller) => caller.destroy()).listen(wanted, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : wanted;
  return {
    port,
    handOver: async () => {
      if (!holder.listening) return;
      holder.close();
      await once(holder, 'close');
    },
  };
}
