import { activityInfo } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Records } from '../../records/records.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { CrashPoints } from '../crash-points.ts';
import { crashingPort, crashingRecords } from './ports.ts';

/** Crash points around every activity, local ones too: `before:activity:<name>` and `after:activity:<name>`. */
export function crashingActivities(points: CrashPoints): ActivityInterceptorsFactory {
  return () => ({
    inbound: {
      execute: async (input, next) => {
        const name = activityInfo().activityType;
        points.reach(`before:activity:${name}`);
        const result = await next(input);
        points.reach(`after:activity:${name}`);
        return result;
      },
    },
  });
}

/** What activities are plugged into, with crash points inside: `<activity>:before:mailer.send`, `<activity>:insert:deliveries` … */
export function crashingSockets<Sockets extends { records: Records; mailer: Mailer }>(
  points: CrashPoints,
  sockets: Sockets,
): Sockets {
  const activity = () => activityInfo().activityType;
  return {
    ...sockets,
    records: crashingRecords(points, activity, sockets.records),
    mailer: crashingPort(points, activity, 'mailer', sockets.mailer),
  };
}
