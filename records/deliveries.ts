import type { Instant, Sha256 } from '../domain/ids.ts';
import { type AuditEntry, appendAudit } from './audit.ts';
import type { Database, Row } from './schema.ts';

/** The receipt of one effect: noted before it is tried and after it is done. */
export type Delivery = Row<'deliveries'>;
/**
 * `deferred`: the receiver said later; `unknown`: nobody can know whether it arrived, and staff decide; `bounced`: it was
 * accepted, and came back later.
 */
export type DeliveryState = 'begun' | 'done' | 'failed' | 'deferred' | 'unknown' | 'bounced';

/** Notes that an effect is about to be tried; answers with what is known of it from before, or null. */
export async function beginDelivery(
  database: Database,
  delivery: Pick<Delivery, 'id' | 'subject' | 'channel' | 'kind' | 'receiver'> & { copy: Sha256 | null; at: Instant },
): Promise<Delivery | null> {
  const { at, ...rest } = delivery;
  return await database.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '=', delivery.id)
      .executeTakeFirst();
    if (before) {
      if (before.state === 'deferred')
        await transaction.updateTable('deliveries').set({ state: 'begun' }).where('id', '=', delivery.id).execute();
      return before;
    }
    await transaction
      .insertInto('deliveries')
      .values({ ...rest, state: 'begun', begun_at: at, done_at: null, receipt: null })
      .execute();
    return null;
  });
}

/** Notes how an effect ended, with what the outside answered (a category or a hash, never a person). */
export async function endDelivery(
  database: Database,
  id: string,
  end: { state: Exclude<DeliveryState, 'begun'>; at: Instant; receipt: string },
): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({ state: end.state, done_at: end.at, receipt: end.receipt })
    .where('id', '=', id)
    .execute();
}

export async function deliveriesOf(database: Database, subject: string): Promise<Delivery[]> {
  return await database
    .selectFrom('deliveries')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('begun_at')
    .orderBy('id')
    .execute();
}

export async function allDeliveries(database: Database): Promise<Delivery[]> {
  return await database.selectFrom('deliveries').selectAll().orderBy('begun_at').orderBy('id').execute();
}

export async function findDelivery(database: Database, id: string): Promise<Delivery | null> {
  return (await database.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Notes that what was accepted has come back, with an entry of the audit. */
export async function bounceDelivery(database: Database, id: string, at: Instant, entry: AuditEntry): Promise<void> {
  await database.transaction().execute(async (change) => {
    await change
      .updateTable('deliveries')
      .set({ state: 'bounced', done_at: at, receipt: 'came back' })
      .where('id', '=', id)
      .where('state', '=', 'done')
      .execute();
    await appendAudit(change, [entry]);
  });
}
