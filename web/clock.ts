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
