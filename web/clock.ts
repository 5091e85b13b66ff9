import { readFileSync } from 'node:fs';
import type { DoorClock } from '../service/door.ts';

/** The door's clock: the machine's, until a test or the demonstration moves it ahead. */
export function createClock(): DoorClock & { move(milliseconds: number): void } {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    move: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** A clock for tests of several processes: the machine's, and as many milliseconds ahead as a file says at that moment. */
export function createFileClock(file: string): DoorClock {
  return { now: () => new Date(Date.now() + aheadIn(file)).toISOString() };
}

function aheadIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}
