import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { isProcess, type Running } from './running.ts';

/** Parts of a start that was killed end by themselves; how long that may take, in milliseconds. */
const patience = 40_000;
/** How long a process whose port is closed already may still be there before its id must be somebody else's by now. */
const lastBreath = 3000;

/**
 * Waits until nothing of an earlier start is left that was killed: two servers on one file would destroy it. Fails with
 * the process that must be ended where one stays.
 */
export async function waitForLeftovers(
  { processes, health, temporal }: Running,
  say: (line: string) => void,
): Promise<void> {
  const parts = [
    { name: 'server', pid: processes.server, address: `http://${temporal.address}` },
    { name: 'worker', pid: processes.worker, address: health.worker },
    { name: 'web', pid: processes.web, address: health.web },
  ];
  const until = Date.now() + patience;
  let told = false;
  for (const { name, pid, address } of parts) {
    if (pid === null) continue;
    let closedSince: number | null = null;
    while (isProcess(pid)) {
      closedSince = (await isListening(address)) ? null : (closedSince ?? Date.now());
      if (closedSince !== null && Date.now() - closedSince > lastBreath) break;
      if (Date.now() > until)
        throw new Error(`The ${name} of an earlier start still runs (process ${pid}): end it, then start again.`);
      if (!told) say('Waiting for what is left of a start that was killed');
      told = true;
      await pause(100);
    }
  }
}

async function isListening(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return await new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 80), timeout: 1000 });
    const answer = (listens: boolean) => {
      socket.destroy();
      resolve(listens);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}
