import { type Health, type HealthDesk, healthBy, openHealthDesk } from '../../worker/health.ts';
import { connectToTemporal } from '../../worker/temporal-connection.ts';
import type { TemporalPlace } from '../../worker/temporal-place.ts';
import type { Kept } from './keep-running.ts';
import type { Parts } from './service.ts';

/** How long a part may take to say how it is, in milliseconds. */
const patience = 3000;

/** Where the whole service says how it is: `/health` for all parts and whose folder this is, `/health/server` for Temporal. */
export async function openFrontDesk(data: string, parts: Parts, temporal: TemporalPlace): Promise<HealthDesk> {
  const server = () => healthBy(() => asked(temporal));
  const all = async (): Promise<Health> => {
    const [one, worker, web] = await Promise.all([server(), healthOf(parts.worker), healthOf(parts.web)]);
    const mail = parts.mail === null ? null : parts.mail.now() ? 'ok' : 'broken';
    const states = { server: one.status, worker, web, ...(mail === null ? {} : { mail }) };
    const status = Object.values(states).every((state) => state === 'ok') ? 'ok' : 'broken';
    return { status, pid: process.pid, data, parts: states };
  };
  return await openHealthDesk({ host: '127.0.0.1', port: 0 }, { '/health': all, '/health/server': server });
}

async function asked(temporal: TemporalPlace): Promise<void> {
  const connection = await connectToTemporal(temporal, patience);
  await connection.close();
}

async function healthOf(part: Kept): Promise<'ok' | 'broken'> {
  const health = part.now()?.health;
  if (health === undefined) return 'broken';
  const answer = fetch(health, { signal: AbortSignal.timeout(patience) });
  return await answer.then(
    ({ ok }) => (ok ? 'ok' : 'broken'),
    () => 'broken',
  );
}
