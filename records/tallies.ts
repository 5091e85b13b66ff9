import type { Instant } from '../domain/ids.ts';
import type { Database } from './schema.ts';

/** How much there is of everything, for whoever watches the service: counts and times, nobody's name. */
export type Tallies = {
  /** Cases by stage; `oldest` is when the first of them came to the turn that it is in. */
  cases: { stage: string; waitsFor: string; open: boolean; count: number; overdue: number; oldest: Instant | null }[];
  announcements: { step: string; count: number }[];
  /** Effects by channel and state, with when the first of those was begun. */
  deliveries: { channel: string; state: string; count: number; oldest: Instant | null }[];
  auditEntries: number;
};

/** Counts everything that is written down; a few queries that group, whatever the number of cases. */
export async function talliesOf(database: Database): Promise<Tallies> {
  const [cases, announcements, deliveries, audit] = await Promise.all([
    database
      .selectFrom('cases')
      .select(({ fn }) => [
        'stage',
        'waits_for',
        'open',
        fn.countAll().as('count'),
        fn.sum('overdue').as('overdue'),
        fn.min(fn.coalesce('since', 'applied_at')).as('oldest'),
      ])
      .groupBy(['stage', 'waits_for', 'open'])
      .execute(),
    database
      .selectFrom('announcements')
      .select(({ fn }) => ['step', fn.countAll().as('count')])
      .groupBy('step')
      .execute(),
    database
      .selectFrom('deliveries')
      .select(({ fn }) => ['channel', 'state', fn.countAll().as('count'), fn.min('begun_at').as('oldest')])
      .groupBy(['channel', 'state'])
      .execute(),
    database
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    cases: cases.map(({ stage, waits_for, open, count, overdue, oldest }) => ({
      stage,
      waitsFor: waits_for,
      open: open === 1,
      count: Number(count),
      overdue: Number(overdue),
      oldest,
    })),
    announcements: announcements.map(({ step, count }) => ({ step, count: Number(count) })),
    deliveries: deliveries.map(({ count, ...row }) => ({ ...row, count: Number(count) })),
    auditEntries: Number(audit.count),
  };
}
