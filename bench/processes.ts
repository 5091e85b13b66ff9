import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import type { Door } from '../service/door.ts';
import { openPremises, openWeb } from '../web/open.ts';
import { startMailCatcher } from '../worker/adapters/mail-catcher.ts';
import { nothingSet, openSeal } from '../worker/adapters/seal/open-seal.ts';
import { createClock } from '../worker/clock.ts';
import { startDevServer } from '../worker/dev-server.ts';
import { searchAttributes } from '../worker/search-attributes.ts';
import { projectFolder, readNetwork } from '../worker/settings.ts';
import { findTemporalCli } from '../worker/temporal-cli.ts';

/** Server, door and mail without a worker: the workers are processes of their own, ours and a bare one, that can be killed. */
export type Office = {
  door: Door;
  temporal: Client;
  /** Temporal's own command line, and the server's address. */
  cli: string;
  server: string;
  dataFolder: string;
  worker(kind: WorkerKind): WorkerProcess;
};

export type WorkerKind = 'ours' | 'bare';
export type WorkerProcess = { pid: number; kill(): Promise<void> /** In MiB. */; memory(): number };

/** Runs a measurement with an office of its own; every worker that it left running ends with it. */
export async function inOffice<Value>(measure: (office: Office) => Promise<Value>): Promise<Value> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'oasc-bench-'));
  const workers = new Set<ChildProcess>();
  const cli = await findTemporalCli({ say: () => {} });
  const server = await startDevServer({ cli, databaseFile: join(dataFolder, 'temporal.db'), searchAttributes });
  const catcher = await startMailCatcher({ folder: join(dataFolder, 'mails') });
  const premises = await openPremises(dataFolder);
  const network = await readNetwork();
  const { authority } = await openSeal(dataFolder, nothingSet, network.name);
  const web = await openWeb(premises, { temporal: server, network, clock: createClock(), authority });
  const env = {
    ...process.env,
    OASC_DATA: dataFolder,
    OASC_MAIL: `smtp://${catcher.host}:${catcher.port}`,
    TEMPORAL_ADDRESS: server.address,
    ADDRESS: premises.address,
    // As `oasc start` has it, for both.
    NODE_COMPILE_CACHE: join(dataFolder, 'compiled'),
  };
  const worker = (kind: WorkerKind): WorkerProcess => {
    const child = spawn(process.execPath, [modules[kind]], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    workers.add(child);
    return {
      pid: child.pid ?? 0,
      kill: async () => {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
        workers.delete(child);
      },
      memory: () => memoryOf(child.pid ?? 0),
    };
  };
  try {
    return await measure({
      door: web.door,
      temporal: web.door.temporal,
      cli,
      server: server.address,
      dataFolder,
      worker,
    });
  } finally {
    for (const child of workers) child.kill('SIGKILL');
    await web.stop();
    await premises.records.close();
    await catcher.stop();
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const modules: Record<WorkerKind, string> = {
  ours: join(projectFolder(), 'dist', 'worker', 'main.js'),
  bare: fileURLToPath(new URL('./bare/main.js', import.meta.url)),
};

function memoryOf(pid: number): number {
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(resident) / 1024;
}
