import { join } from 'node:path';
import type { Connection } from '@temporalio/client';
import { announcementViewOf, listAnnouncements } from '../../records/announcements.ts';
import { openCases } from '../../records/cases.ts';
import type { Role } from '../../records/staff.ts';
import { appointStaff } from '../../service/staff.ts';
import { createClock } from '../../web/clock.ts';
import { openPremises, openWeb, type Premises } from '../../web/open.ts';
import { type MailCatcher, startMailCatcher } from '../../worker/adapters/mail-catcher.ts';
import { createMailer } from '../../worker/adapters/mailer.ts';
import { bundlePath } from '../../worker/bundle.ts';
import { startDevServer } from '../../worker/dev-server.ts';
import { readNetwork } from '../../worker/settings.ts';
import { skipTime } from '../../worker/skip-time.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
import { startWorker } from '../../worker/worker.ts';
import { announcementAddress, onboardingAddress } from '../../workflows/addresses.ts';
import { searchAttributes } from '../../worker/search-attributes.ts';
import { createOfficer, type Officer } from './office.ts';
import type { Progress } from './progress.ts';

/** The whole system, started for one demonstration: the same parts that carry real cities, in a folder of its own. */
export type System = Premises & {
  connection: Connection;
  catcher: MailCatcher;
  now(): string;
  appoint(name: string): Promise<Officer>;
  /** Lets so many milliseconds pass, for every open case and for the door alike. */
  skip(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
};

const everyRole: Role[] = ['reviewer', 'editor', 'approver', 'administrator'];

/** Starts server, mail catcher, web and worker on free ports; whatever has started stops again when one of them cannot. */
export async function startSystem(dataFolder: string, progress: Progress): Promise<System> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  const kept = <Part extends { stop(): Promise<void> }>(part: Part): Part => {
    stops.push(() => part.stop());
    return part;
  };
  try {
    const network = await readNetwork();
    const cli = await findTemporalCli({ say: progress.say });
    const databaseFile = join(dataFolder, 'temporal.db');
    const premises = await openPremises(dataFolder);
    stops.push(() => premises.records.close());
    const temporal = kept(
      await startDevServer({ cli, databaseFile, log: join(dataFolder, 'temporal.log'), timeSkipping: true, searchAttributes }),
    );
    const catcher = kept(await startMailCatcher({ folder: join(dataFolder, 'mails') }));
    const mailer = createMailer({ host: catcher.host, port: catcher.port });
    stops.push(async () => mailer.close());
    const clock = createClock();
    const web = kept(await openWeb(premises, { temporal, network, clock }));
    const { records, secret, address, siteFolder } = premises;
    kept(await startWorker({ temporal, records, network, secret, mailer, siteFolder, address, workflows: { codePath: bundlePath } }));
    return {
      ...premises,
      connection: web.connection,
      catcher,
      now: clock.now,
      stop,
      appoint: async (name) => createOfficer(name, (await appointStaff(web.door, name, everyRole)).token, address),
      skip: async (milliseconds) => {
        const workflowIds = await openWorkflows(premises);
        await skipTime({ connection: web.connection, namespace: temporal.namespace, workflowIds, milliseconds, moveDoorClock: clock.move });
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openWorkflows({ records }: Premises): Promise<string[]> {
  const cases = (await openCases(records.database)).map(({ id }) => onboardingAddress(id));
  const announcements = (await listAnnouncements(records.database))
    .filter(({ version }) => version > 0)
    .map(announcementViewOf)
    .filter(({ stage }) => stage.step !== 'published' && stage.step !== 'dropped');
  return [...cases, ...announcements.map(({ announcement, edition }) => announcementAddress(announcement, edition))];
}
