import type { CaseId, Instant } from '../domain/ids.ts';
import { type TimestampFaultKind, timestampFaults } from '../domain/timestamp-fault.ts';
import { beginDelivery, type Delivery, endDelivery } from './deliveries.ts';
import type { Database } from './schema.ts';

/** A letter of a case whose seal waits for a time: noted as an effect that was put off, for staff and for the figures. */
export async function noteSealWaits(
  database: Database,
  letter: { case: CaseId; number: number },
  { why, at }: { why: TimestampFaultKind; at: Instant },
): Promise<void> {
  const id = receiptOf(letter);
  const receipt = { id, subject: letter.case, channel: 'seal', kind: 'letter', receiver: 'timestamp-authority' };
  await beginDelivery(database, { ...receipt, copy: null, at });
  await endDelivery(database, id, { state: 'deferred', at, receipt: why });
}

/** The wait is over; nothing is noted where there was none. */
export async function noteSealed(
  database: Database,
  letter: { case: CaseId; number: number },
  at: Instant,
): Promise<void> {
  await endDelivery(database, receiptOf(letter), { state: 'done', at, receipt: 'sealed' });
}

/** Why the seal of a case waits, by its receipts; null where it does not. */
export function sealWaitsFor(deliveries: readonly Delivery[]): TimestampFaultKind | null {
  const waiting = deliveries.find(({ channel, state }) => channel === 'seal' && state !== 'done');
  return timestampFaults.find((one) => one === waiting?.receipt) ?? null;
}

function receiptOf({ case: id, number }: { case: CaseId; number: number }): string {
  return `${id}/seal/${number}`;
}
