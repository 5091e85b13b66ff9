import { addressOf, type Settings } from '../../worker/settings.ts';
import { isAlive, type Running, readRunning } from '../start/running.ts';
import { webPort } from '../start/web-port.ts';
import { attention, broken, type Finding, well } from './finding.ts';

/** What runs in this folder; null where nothing does. */
export async function runningIn(dataFolder: string): Promise<Running | null> {
  const running = await readRunning(dataFolder);
  return running !== null && (await isAlive(running, dataFolder)) ? running : null;
}

/** Each part by its own health where the service runs; else whether its port is free. */
export async function lookAtService(settings: Settings, running: Running | null): Promise<Finding[]> {
  if (running === null) {
    await webPort(settings.host, settings.port);
    const address = addressOf(settings);
    return [attention('service', `oasc does not run in this folder; ${address} is free for it`, 'Start it: npm start')];
  }
  const response = await fetch(running.health.all, { signal: AbortSignal.timeout(10_000) });
  const { parts } = (await response.json()) as { parts: Record<string, string> };
  const bad = Object.entries(parts).filter(([, state]) => state !== 'ok');
  if (bad.length === 0)
    return [well('service', `open at ${running.address} since ${running.startedAt}: ${Object.keys(parts).join(', ')}`)];
  return bad.map(([part]) => {
    const log = `${settings.dataFolder}/logs/${part}.log`;
    return broken(
      'service',
      `the ${part} does not work`,
      `It is started again by itself; if it stays so, its log says why: ${log}`,
    );
  });
}
