import { join } from 'node:path';
import type { Connection } from '@temporalio/client';
import type { Network } from '../../domain/network.ts';
import { announcementViewOf, listAnnouncements } from '../../records/announcements.ts';
import { openCases } from '../../records/cases.ts';
import type { Stores } from '../../records/records.ts';
import type { Role } from '../../records/staff.ts';
import type { Door } from '../../service/door.ts';
import { appointStaff } from '../../service/staff.ts';
import { openPremises, openWeb, type Premises } from '../../web/open.ts';
import type { DkimSignature } from '../../worker/adapters/dkim.ts';
import { type MailCatcher, startMailCatcher } from '../../worker/adapters/mail-catcher.ts';
import { mailServerOf } from '../../worker/adapters/mail-server.ts';
import { createMailer } from '../../worker/adapters/mailer.ts';
import { nothingSet, openSeal } from '../../worker/adapters/seal/open-seal.ts';
import { bundlePath } from '../../worker/bundle.ts';
import { createClock } from '../../worker/clock.ts';
import { startDevServer } from '../../worker/dev-server.ts';
import { searchAttributes } from '../../worker/search-attributes.ts';
import { readNetwork } from '../../worker/settings.ts';
import { skipTime } from '../../worker/skip-time.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
import { startWorker } from '../../worker/worker.ts';
import { announcementAddress, onboardingAddress } from '../../workflows/addresses.ts';
import { createOfficer, type Officer } from './office.ts';
import type { Progress } from './progress.ts';

/** The whole system, started for one demonstration: the same parts that carry real cities, in a folder of its own. */
export type System = Premises & {
  connection: Connection;
  temporal: { address: string; namespace: string };
  door: Door;
  catcher: MailCatcher;
  now(): string;
  appoint(name: string): Promise<Officer>;
  /** Lets so many milliseconds pass, for every open case and for the door alike. */
  skip(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
};

/** What is not in the data folder: where records and documents are, and what signs the mails. */
export type Plugs = { stores?: Stores; signature?: DkimSignature };

const everyRole: Role[] = ['reviewer', 'editor', 'approver', 'administrator'];

/** Starts server, mail catcher, web and worker on free ports, for the network as configured but for `changes`; whatever has started stops again when one of them cannot. */
export async function startSystem(
  dataFolder: string,
  progress: Progress,
  changes: Partial<Network> = {},
  plugs: Plugs = {},
): Promise<System> {
  const started: Stoppable[] = [];
  const stop = async () => {
    for (const part of started.splice(0).toReversed()) await part.stop();
  };
  const kept = <Part extends Stoppable>(part: Part): Part => {
    started.push(part);
    return part;
  };
  try {
    return { ...(await openEverything(dataFolder, progress, kept, { changes, plugs })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Stoppable = { stop(): Promise<void> };

async function openEverything(
  dataFolder: string,
  progress: Progress,
  kept: <Part extends Stoppable>(part: Part) => Part,
  { changes, plugs }: { changes: Partial<Network>; plugs: Plugs },
): Promise<Omit<System, 'stop'>> {
  const network = { ...(await readNetwork()), ...changes };
  const cli = await findTemporalCli({ say: progress.say });
  const premises = await openPremises(dataFolder, 0, plugs.stores);
  kept({ stop: () => premises.records.close() });
  kept({ stop: premises.handOverPort });
  const files = { databaseFile: join(dataFolder, 'temporal.db'), log: join(dataFolder, 'temporal.log') };
  const temporal = kept(await startDevServer({ cli, ...files, timeSkipping: true, searchAttributes }));
  const catcher = kept(await startMailCatcher({ folder: join(dataFolder, 'mails') }));
  const mailer = createMailer(mailServerOf(`smtp://${catcher.host}:${catcher.port}`), plugs.signature);
  kept({ stop: async () => mailer.close() });

  const clock = createClock();
  const { authority, seal } = await openSeal(dataFolder, nothingSet, network.name);
  const web = kept(await openWeb(premises, { temporal, network, clock, authority }));
  const { records, secret, address, siteFolder } = premises;
  const workflows = { codePath: bundlePath };
  kept(await startWorker({ temporal, records, network, secret, mailer, seal, siteFolder, address, workflows }));

  const { connection, door } = web;
  const { namespace } = temporal;
  return {
    ...premises,
    connection,
    temporal,
    door,
    catcher,
    now: clock.now,
    appoint: async (name) => createOfficer(name, (await appointStaff(door, name, everyRole)).token, address),
    skip: async (milliseconds) => {
      const workflowIds = await openWorkflows(premises);
      await web.calls.during(() =>
        skipTime({ connection, namespace, workflowIds, milliseconds, moveDoorClock: clock.move }),
      );
    },
  };
}

async function openWorkflows({ records }: Premises): Promise<string[]> {
  const cases = (await openCases(records.database)).map(({ id }) => onboardingAddress(id));
  const announcements = (await listAnnouncements(records.database))
    .filter(({ version }) => version > 0)
    .map(announcementViewOf)
    .filter(({ stage }) => stage.step !== 'published' && stage.step !== 'dropped');
  return [...cases, ...announcements.map(({ announcement, edition }) => announcementAddress(announcement, edition))];
}
