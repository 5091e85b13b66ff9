import { sql } from 'kysely';
import type { Door } from './door.ts';

export type { Door };

export type DoorHealth = { status: 'ok' | 'broken'; records: 'ok' | 'broken'; temporal: 'ok' | 'silent' };

/** How long Temporal may take to answer before it is called silent, in milliseconds. */
const patience = 2000;

/** Whether the door can read its records, and whether Temporal answers it. */
export async function healthOf(door: Door): Promise<DoorHealth> {
  const { temporal } = door;
  const [records, server] = await Promise.allSettled([
    sql`select 1`.execute(door.records.database),
    temporal.withDeadline(Date.now() + patience, () =>
      temporal.connection.workflowService.describeNamespace({ namespace: temporal.options.namespace }),
    ),
  ]);
  const isRead = records.status === 'fulfilled';
  return {
    status: isRead ? 'ok' : 'broken',
    records: isRead ? 'ok' : 'broken',
    temporal: server.status === 'fulfilled' ? 'ok' : 'silent',
  };
}
