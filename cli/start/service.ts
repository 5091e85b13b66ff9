import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openRecords } from '../../records/records.ts';
import { appointFirst } from '../../service/first-administrator.ts';
import type { Appointed } from '../../service/staff.ts';
import { clockOf } from '../../worker/clock.ts';
import { freePort } from '../../worker/free-port.ts';
import { addressOf, readNetwork, type Settings, storesOf } from '../../worker/settings.ts';
import { openFrontDesk } from './front-desk.ts';
import type { Kept } from './keep-running.ts';
import { beginOpening, type Opening, type Telling } from './opening.ts';
import { noteRunning, type Running } from './running.ts';
import { openServer, type Server } from './server.ts';
import { webPort } from './web-port.ts';

/** The service as it was opened: where it is, who was appointed if it is the first time, and how it is closed. */
export type Service = { running: Running; appointed: Appointed | null; stop(): Promise<void> };

/** The parts that are kept running; null for what is not started here. */
export type Parts = { server: Kept | null; worker: Kept; web: Kept; mail: Kept | null };

/** Where the web will be found: by everybody, and from this machine. */
type Place = { port: number; address: string; local: string };

/** Opens server, mail catcher, web and worker; whatever was opened closes again when one of them cannot. */
export async function openService(settings: Settings, telling: Telling): Promise<Service> {
  const logs = join(settings.dataFolder, 'logs');
  await mkdir(logs, { recursive: true, mode: 0o700 });
  const opening = beginOpening(logs, telling);
  try {
    // Read by every part; whatever is wrong with it is better known before one of them starts.
    await readNetwork(settings.networkFile);
    const port = await webPort(settings.host, settings.port);
    const place = {
      port,
      address: addressOf({ ...settings, port }),
      local: addressOf({ ...settings, address: null, port }),
    };
    const [server, appointed] = await both(openServer(settings, opening), prepareRecords(settings));
    const parts = await openParts(settings, server, place, opening);
    const running = await announce(settings, server, parts, place, opening);
    return { running, appointed, stop: opening.close };
  } catch (error) {
    await opening.close();
    throw error;
  }
}

/** Brings the records up to date before several processes open them at once, and appoints whoever can let others in. */
async function prepareRecords(settings: Settings): Promise<Appointed | null> {
  const { dataFolder } = settings;
  const records = await openRecords(dataFolder, storesOf(settings));
  try {
    return await appointFirst({ records, clock: clockOf(settings) }, dataFolder);
  } finally {
    await records.close();
  }
}

async function openParts(
  settings: Settings,
  server: Server,
  { port, address }: Place,
  opening: Opening,
): Promise<Parts> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...settings.temporal, ...server.env };
  Object.assign(env, { OASC_DATA: settings.dataFolder, PORT: String(port), ADDRESS: address });
  // Code that was read once is read faster by a part that begins again; in the data folder, where nobody else can put code.
  env['NODE_COMPILE_CACHE'] ??= join(settings.dataFolder, 'compiled');
  let mail: Kept | null = null;
  if (settings.mail === 'catch') {
    const mailPort = await freePort();
    mail = await opening.node('mail', 'worker/catch-mail.js', env, [String(mailPort)]);
    env['OASC_MAIL'] = `smtp://127.0.0.1:${mailPort}`;
  }
  const [worker, web] = await both(
    opening.node('worker', 'worker/main.js', env),
    opening.node('web', 'web/main.js', env),
  );
  return { server: server.kept, worker, web, mail };
}

/** Waits for both also when one fails, so that what the other has opened can be closed. */
async function both<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return await Promise.all([one, other]);
}

/** Notes where everything runs, now and whenever a part runs again under another process. */
async function announce(
  { dataFolder }: Settings,
  { temporal }: Server,
  parts: Parts,
  { address, local }: Place,
  opening: Opening,
): Promise<Running> {
  const desk = await openFrontDesk(dataFolder, parts, temporal);
  opening.also(desk);
  const startedAt = new Date().toISOString();
  const asOfNow = (): Running => ({
    pid: process.pid,
    address,
    local,
    startedAt,
    health: {
      all: `${desk.address}/health`,
      server: `${desk.address}/health/server`,
      worker: parts.worker.now()?.health ?? '',
      web: parts.web.now()?.health ?? '',
    },
    // Without the keys of the connection: the file is there to be read.
    temporal: { address: temporal.address, namespace: temporal.namespace },
    processes: {
      server: parts.server?.now()?.pid ?? null,
      worker: parts.worker.now()?.pid ?? null,
      web: parts.web.now()?.pid ?? null,
      mail: parts.mail?.now()?.pid ?? null,
    },
  });
  opening.onRestart(() => {
    noteRunning(dataFolder, asOfNow()).catch(() => opening.telling.say('running.json could not be written anew'));
  });
  const running = asOfNow();
  await noteRunning(dataFolder, running);
  return running;
}
