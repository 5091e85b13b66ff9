import { readFileSync, renameSync } from 'node:fs';

/** Places at which a process can be made to crash, so that tests see what a crash there leaves behind. */
export type CrashPoints = { reach(point: string): void };

/** What a test orders: at which point, at the how many-eth time, and who dies: this process, or those with these ids. */
export type CrashOrder = { id: string; point: string; count: number; kill: 'self' | number[] };

/**
 * The crash points of this process; null unless NODE_ENV is "test" and OASC_FAULT names the file with the test's order.
 * An order is carried out once: its file is renamed to `<file>.done` before anybody dies.
 */
export function crashPointsFrom(environment: NodeJS.ProcessEnv): CrashPoints | null {
  const file = environment['OASC_FAULT'];
  if (environment['NODE_ENV'] !== 'test' || !file) return null;
  const reached = new Map<string, number>();
  return {
    reach: (point) => {
      const order = orderIn(file);
      if (order?.point !== point) return;
      const count = (reached.get(order.id) ?? 0) + 1;
      reached.set(order.id, count);
      if (count !== order.count) return;
      renameSync(file, `${file}.done`);
      for (const id of order.kill === 'self' ? [process.pid] : order.kill) kill(id);
    },
  };
}

function orderIn(file: string): CrashOrder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CrashOrder;
  } catch {
    // No order was given, or another process has just carried it out.
    return null;
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It is dead already, and that is what was ordered.
  }
}
