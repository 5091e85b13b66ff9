import type { Connection } from '@temporalio/client';

/** Calls to Temporal that somebody waits for, each of which can be given up. */
export type CallsUnderWay = { during<Value>(ask: () => Promise<Value>): Promise<Value>; giveUp(): void };

/**
 * Keeps account of calls to Temporal, so that those which still wait can be given up before the connection closes: one
 * that tries again on a closed connection would end the process.
 */
export function callsUnderWay(connection: Connection): CallsUnderWay {
  const waiting = new Set<AbortController>();
  return {
    // A signal for each, since the client never lets go of what listens to one.
    during: async (ask) => {
      const one = new AbortController();
      waiting.add(one);
      try {
        return await connection.withAbortSignal(one.signal, ask);
      } finally {
        waiting.delete(one);
      }
    },
    giveUp: () => {
      for (const one of waiting) one.abort();
    },
  };
}
