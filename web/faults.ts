import { randomBytes } from 'node:crypto';
import { errorInLog, type Log } from '../worker/log.ts';

let log: Log | null = null;

/** Lets faults be noted in a log from now on, instead of on stderr. */
export function noteFaultsIn(given: Log): void {
  log = given;
}

/**
 * Notes that something broke, and answers with the number under which it is found again. With it go the error's name and,
 * in a log, its place in the code: a message may hold what somebody wrote.
 */
export function noteFault(error: unknown): string {
  const number = randomBytes(4).toString('hex').toUpperCase();
  const noted = errorInLog(error);
  if (log === null) process.stderr.write(`fault ${number} ${noted.error}\n`);
  else log.error({ fault: number, ...noted, event: `fault ${number}: the web's log says where` }, 'fault');
  return number;
}

/** What the file system, SQLite and PostgreSQL say when nothing more can be written. */
const fullDisk = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'];

/** Whether something broke because the disk is full: then nothing was taken, and room is all that is needed. */
export function isDiskFull(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && fullDisk.includes(String(error.code));
}
