import type { Logger, LogLevel, LogMetadata } from '@temporalio/common';
import { errorInLog, type Log } from '../log.ts';

/** What of the SDK's own details a log may have: ids and counts. */
const kept = ['sdkComponent', 'taskQueue', 'workflowId', 'workflowType', 'activityId', 'activityType', 'attempt'];

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Lets the SDK write into our log, without the messages of errors, which may hold what somebody wrote. */
export function sdkLogger(log: Log): Logger {
  const write = (level: LogLevel, message: string, meta: LogMetadata = {}) => {
    const ids = Object.fromEntries(kept.flatMap((name) => (name in meta ? [[name, String(meta[name])]] : [])));
    const error = 'error' in meta ? errorInLog(meta['error']) : {};
    log[levels[level]]({ ...ids, ...error }, withoutAddresses(message.split('\n')[0] ?? ''));
  };
  return {
    log: write,
    trace: (message, meta) => write('TRACE', message, meta),
    debug: (message, meta) => write('DEBUG', message, meta),
    info: (message, meta) => write('INFO', message, meta),
    warn: (message, meta) => write('WARN', message, meta),
    error: (message, meta) => write('ERROR', message, meta),
  };
}

function withoutAddresses(message: string): string {
  return message.replace(/\S+@\S+/g, '…');
}
