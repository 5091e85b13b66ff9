import { readFileSync } from 'node:fs';
import type { Instant } from '../domain/ids.ts';

/** Says what time it is; only tests and the demonstration ever move it. */
export type Clock = { now(): Instant };

/** The machine's clock, until the demonstration or a test within one process moves it ahead. */
export function createClock(): Clock & { move(milliseconds: number): void } {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    move: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** A clock for tests of several processes: the machine's, and as many milliseconds ahead as a file says at that moment. */
function createFileClock(file: string): Clock {
  return { now: () => new Date(Date.now() + aheadIn(file)).toISOString() };
}

function aheadIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

/** The clock of a process: the machine's, unless a test names a file. */
export function clockOf({ clockFile }: { clockFile: string | null }): Clock {
  return clockFile === null ? createClock() : createFileClock(clockFile);
}
