import { setTimeout as pause } from 'node:timers/promises';
import { type AuditHead, entriesAfter, lastNumber } from '../records/audit-tail.ts';
import type { Door } from './door.ts';

/** Follows what is done from now on, entry by entry of the audit; looks once a second, and a last time when it is stopped. */
export function followEvents(
  { records }: Pick<Door, 'records'>,
  onEvent: (entry: AuditHead) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let last: number | null = null;
  const look = async () => {
    last ??= await lastNumber(records.database);
    for (const entry of await entriesAfter(records.database, last)) {
      last = entry.number;
      onEvent(entry);
    }
  };
  const follow = async () => {
    while (!stopping.signal.aborted) {
      // Records that cannot be read just now are read at the next look.
      await look().catch(() => {});
      await pause(1000, undefined, { signal: stopping.signal }).catch(() => {});
    }
    await look().catch(() => {});
  };
  const following = follow();
  return {
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
}
