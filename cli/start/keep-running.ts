import { setTimeout as pause } from 'node:timers/promises';
import type { Alive } from './part.ts';

/** A part that is started again whenever it dies, until it is stopped. */
export type Kept = { now(): Alive | null; stop(): Promise<void> };

export type Keeping = {
  name: string;
  start(): Promise<Alive>;
  say(line: string): void;
  /** Told whenever the part runs again under another process. */
  restarted(): void;
};

/** A part that was open for so long, in milliseconds, is begun again at once; the ones that die young wait longer each time. */
const settled = 3000;
const longestPause = 30_000;

/** Starts a part, and again whenever it dies; only the very first start may fail. */
export async function keepRunning({ name, start, say, restarted }: Keeping): Promise<Kept> {
  const stopping = new AbortController();
  let alive: Alive | null = await start();
  const watch = async () => {
    let tries = 0;
    let since = Date.now();
    while (!stopping.signal.aborted) {
      const how = alive ? await alive.ended : 'it did not open';
      if (stopping.signal.aborted) return;
      alive = null;
      tries = Date.now() - since > settled ? 0 : tries + 1;
      const wait = tries <= 1 ? 0 : Math.min(longestPause, 250 * 2 ** tries);
      say(`${name} has ended (${how}); it is started again ${wait === 0 ? 'now' : `in ${wait / 1000} seconds`}`);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      alive = await start().catch((error: unknown) => {
        say(error instanceof Error ? error.message : String(error));
        return null;
      });
      since = Date.now();
      if (alive) {
        say(`${name} runs again (process ${alive.pid})`);
        restarted();
      }
    }
  };
  const watching = watch();
  return {
    now: () => alive,
    stop: async () => {
      stopping.abort();
      await alive?.stop();
      await watching;
      // One that was just being started when everything was to stop is stopped as well.
      await alive?.stop();
    },
  };
}
