import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The most checks that are under way at once, and the most from one address within a minute. */
const most = { atOnce: 6, aMinute: 20 };

export type Crowd = ReturnType<typeof crowd>;

/**
 * Who may check a letter just now: a file may be large and takes its time, so only a few come in at once, and nobody too
 * often. `enter` answers with the seconds to wait, or null; whoever entered leaves again.
 */
export function crowd() {
  const visits = visitsByAddress();
  let inside = 0;
  return {
    enter: (c: Context): number | null => {
      const address = addressOf(c);
      const wait = address === null ? null : visits.mayCome(address);
      if (wait !== null) return wait;
      if (inside >= most.atOnce) return 15;
      inside += 1;
      return null;
    },
    leave: (): void => {
      inside -= 1;
    },
  };
}

/** How often one address has come within a minute: `mayCome` answers with the seconds to wait, or null. Nothing is kept longer. */
export function visitsByAddress(now: () => number = Date.now) {
  let visits = new Map<string, number>();
  let begun = now();
  return {
    mayCome: (address: string): number | null => {
      if (now() - begun >= 60_000) {
        visits = new Map();
        begun = now();
      }
      const count = (visits.get(address) ?? 0) + 1;
      visits.set(address, count);
      return count > most.aMinute ? Math.ceil((begun + 60_000 - now()) / 1000) : null;
    },
  };
}

/** Where a visitor comes from, if over the network. */
function addressOf(c: Context): string | null {
  const isServed = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env;
  return (isServed ? getConnInfo(c).remote.address : undefined) ?? null;
}
