import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { caseActivities } from '../activities/cases.ts';
import { deadlineActivities } from '../activities/deadlines.ts';
import { letterActivities } from '../activities/letters.ts';
import { mailActivities } from '../activities/mail.ts';
import { publishingActivities } from '../activities/publishing.ts';
import type { Network } from '../domain/network.ts';
import type { Records } from '../records/records.ts';
import type { Secret } from '../records/secrets.ts';
import { taskQueue } from '../workflows/addresses.ts';
import { createCalendar } from './adapters/calendar.ts';
import { createCaseBook } from './adapters/case-book.ts';
import { createLetterDesk } from './adapters/letter-desk.ts';
import type { Mailer } from './adapters/mailer.ts';
import { createMailroom } from './adapters/mailroom.ts';
import { createPress } from './adapters/press.ts';
import type { Seal } from './adapters/seal/seal.ts';
import { createSiteFolder } from './adapters/site-folder.ts';
import { createTypesetter } from './adapters/typesetter.ts';
import { crashingActivities, crashingSockets } from './crash-points/activities.ts';
import { crashPointsFrom } from './crash-points.ts';
import type { Log } from './log.ts';
import { loggedActivities } from './telemetry/activity-log.ts';
import { sdkLogger } from './telemetry/sdk-log.ts';
import type { SdkMetrics } from './telemetry/telemetry.ts';
import { connectionOptionsOf, type TemporalPlace } from './temporal-place.ts';

/** What a worker is plugged into. */
export type Sockets = {
  temporal: TemporalPlace;
  records: Records;
  network: Network;
  secret: Secret;
  mailer: Mailer;
  seal: Seal;
  siteFolder: string;
  /** Where people reach portal and site, without a slash at the end. */
  address: string;
  /** The workflows: a prebuilt bundle's path, or its code. */
  workflows: { codePath: string } | { code: string };
  /** Who is told what the worker and the SDK do; warnings alone go to stderr where nobody is. */
  watchers?: { log: Log; metrics: SdkMetrics };
};

export type RunningWorker = {
  state(): string;
  /** Answers when the worker is over, and fails where it broke. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/** Starts the worker and answers once it listens; `stop` lets what is under way finish. */
export async function startWorker(sockets: Sockets): Promise<RunningWorker> {
  const { watchers } = sockets;
  installRuntime(watchers);
  const connection = await NativeConnection.connect(connectionOptionsOf(sockets.temporal));
  const points = crashPointsFrom(process.env);
  const worker = await Worker.create({
    connection,
    namespace: sockets.temporal.namespace,
    taskQueue,
    identity: 'oasc-worker',
    workflowBundle: sockets.workflows,
    activities: activitiesOf(points ? crashingSockets(points, sockets) : sockets),
    interceptors: {
      activity: [
        ...(points ? [crashingActivities(points)] : []),
        ...(watchers ? [loggedActivities(watchers.log)] : []),
      ],
    },
    // A worker that dies leaves its workflows pinned to it for this long; ten seconds, the default, is a wait people notice.
    stickyQueueScheduleToStartTimeout: '1 second',
    maxCachedWorkflows: 1500,
    shutdownGraceTime: '10 seconds',
  });
  const running = worker.run();
  return {
    state: () => worker.getState(),
    ended: running,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

/** Every activity, plugged to the outside world that it speaks to. */
export function activitiesOf(sockets: Omit<Sockets, 'temporal' | 'workflows'>) {
  const { records, network, secret, mailer, seal, siteFolder, address } = sockets;
  const { database } = records;
  return {
    ...caseActivities(createCaseBook(database)),
    ...deadlineActivities(createCalendar(database, network)),
    ...letterActivities(createLetterDesk({ records, network, typeset: createTypesetter(), seal, address, secret })),
    ...mailActivities(createMailroom({ records, network, secret, mailer, address })),
    ...publishingActivities(createPress({ records, network, mailer, address, site: createSiteFolder(siteFolder) })),
  };
}

let installed = false;

/** The SDK has one runtime for a process; it speaks up only for warnings, and leaves signals to whoever started it. */
function installRuntime(watchers: Sockets['watchers']): void {
  if (installed) return;
  installed = true;
  if (!watchers) return void Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const { log, metrics } = watchers;
  Runtime.install({
    logger: sdkLogger(log),
    shutdownSignals: [],
    telemetryOptions: {
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      ...(metrics === null ? {} : { metrics: { prometheus: metrics } }),
    },
  });
}
