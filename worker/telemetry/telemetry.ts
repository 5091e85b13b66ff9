import { sql } from 'kysely';
import type { Records } from '../../records/records.ts';
import { talliesOf } from '../../records/tallies.ts';
import type { Clock } from '../clock.ts';
import { freePort } from '../free-port.ts';
import { type HealthDesk, healthBy, openHealthDesk } from '../health.ts';
import { createProcessMetrics } from './process-metrics.ts';

/** Where the SDK's own metrics can be read on this machine; null where nobody asked for metrics. */
export type SdkMetrics = { bindAddress: string } | null;

/** A place for the SDK's metrics on loopback, from which they are shown together with the process's own. */
export async function placeForSdkMetrics(metricsPort: number | null): Promise<SdkMetrics> {
  return metricsPort === null ? null : { bindAddress: `127.0.0.1:${await freePort()}` };
}

type Watched = { records: Records; clock: Clock; isRunning(): boolean; sdk: SdkMetrics };

/** Opens the worker's `/health` and, where a port was named for it, `/metrics`: the SDK's and the process's on one page. */
export async function openTelemetry(
  { host, metricsPort }: { host: string; metricsPort: number | null },
  { records, clock, isRunning, sdk }: Watched,
): Promise<HealthDesk> {
  const works = async () => {
    await sql`select 1`.execute(records.database);
    if (!isRunning()) throw new Error('the worker is not running');
  };
  const health = { '/health': () => healthBy(works) };
  if (metricsPort === null || sdk === null) return await openHealthDesk({ host: '127.0.0.1', port: 0 }, health);
  const own = createProcessMetrics(() => talliesOf(records.database), clock);
  const metrics = async () => {
    const [ours, theirs] = await Promise.all([own.text(), textOf(`http://${sdk.bindAddress}/metrics`)]);
    return { type: own.type, text: `${ours}\n${theirs}` };
  };
  return await openHealthDesk({ host, port: metricsPort }, { ...health, '/metrics': metrics });
}

async function textOf(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(2000) });
  return response.ok ? await response.text() : '';
}
