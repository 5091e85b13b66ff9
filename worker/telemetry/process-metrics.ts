import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Tallies } from '../../records/tallies.ts';
import type { Clock } from '../clock.ts';

/** The metrics of the onboarding process and of this process of the machine, as Prometheus reads them. */
export type ProcessMetrics = { type: string; text(): Promise<string> };

/** Counts at each reading, so that the figures are as old as the question. */
export function createProcessMetrics(tallies: () => Promise<Tallies>, clock: Clock): ProcessMetrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Gauge({ name, help, labelNames, registers });
  const cases = gauge('oasc_cases', 'Cases by stage and by whom they wait for', ['stage', 'waits_for']);
  const overdue = gauge('oasc_cases_overdue', 'Cases whose turn is past its limit', ['stage', 'waits_for']);
  const age = gauge('oasc_case_turn_oldest_seconds', 'Age of the oldest turn that is under way', [
    'stage',
    'waits_for',
  ]);
  const announcements = gauge('oasc_announcements', 'Announcements by step', ['step']);
  const deliveries = gauge('oasc_deliveries', 'Mails, copies and publications by state', ['channel', 'state']);
  const waiting = gauge('oasc_delivery_oldest_seconds', 'Age of the oldest that is neither done nor failed', [
    'channel',
    'state',
  ]);
  const audit = gauge('oasc_audit_entries', 'Entries of the audit', []);
  collectDefaultMetrics({ register: registry });
  return {
    type: registry.contentType,
    text: async () => {
      const counted = await tallies();
      const now = Date.parse(clock.now());
      const since = (instant: string | null) =>
        instant === null ? 0 : Math.max(0, (now - Date.parse(instant)) / 1000);
      // A stage that has just become empty must not go on being counted.
      for (const one of [cases, overdue, age, announcements, deliveries, waiting]) one.reset();
      for (const { stage, waitsFor, open, count, overdue: late, oldest } of counted.cases) {
        const labels = { stage, waits_for: waitsFor };
        cases.set(labels, count);
        overdue.set(labels, late);
        if (open) age.set(labels, since(oldest));
      }
      for (const { step, count } of counted.announcements) announcements.set({ step }, count);
      for (const { channel, state, count, oldest } of counted.deliveries) {
        deliveries.set({ channel, state }, count);
        if (state !== 'done' && state !== 'failed') waiting.set({ channel, state }, since(oldest));
      }
      audit.set(counted.auditEntries);
      return await registry.metrics();
    },
  };
}
