import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { within } from '../../cli/demo/inbox.ts';
import type { CrashOrder } from '../../worker/crash-points.ts';
import { freePort } from '../../worker/free-port.ts';
import { projectFolder } from '../../worker/settings.ts';

/** The processes of a house that is open for business: the supervisor has started the other three. */
export type Part = 'supervisor' | 'server' | 'worker' | 'web';
export type Victims = 'self' | Exclude<Part, 'supervisor'> | 'everything';

/** `npm start` as a real process, which is started again when all of it was killed, as an operator would. */
export type House = {
  folder: string;
  address: string;
  /** Orders a crash at a point, at the how many-eth time (the first, if not said); it is carried out once. */
  order(point: string, kill: Victims, count?: number): Promise<void>;
  /** Whether the last order was carried out. */
  struck(): boolean;
  cancel(): Promise<void>;
  kill(victims: Exclude<Victims, 'self'>): void;
  /** Waits until whoever was killed is back and the portal answers. */
  ready(): Promise<void>;
  stop(): Promise<void>;
};

export type Opening = { folder: string; mail: string; environment?: NodeJS.ProcessEnv };

export async function openHouse({ folder, mail, environment = {} }: Opening): Promise<House> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const file = join(folder, 'crash.json');
  let open = true;
  let supervisor: ChildProcess;
  const start = () => {
    supervisor = spawn(process.execPath, startCommand(), {
      env: {
        ...process.env,
        ...environment,
        NODE_ENV: 'test',
        OASC_DATA: folder,
        OASC_MAIL: mail,
        OASC_FAULT: file,
        PORT: String(port),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    supervisor.stderr?.pipe(process.stderr, { end: false });
    supervisor.once('exit', () => {
      if (open) setTimeout(start, 200);
    });
  };
  const kill = (victims: Exclude<Victims, 'self'>) => {
    for (const id of idsOf(supervisor.pid ?? 0, victims)) process.kill(id, 'SIGKILL');
  };
  start();
  const house: House = {
    folder,
    address,
    order: async (point, victims, count = 1) => {
      const ids = victims === 'self' ? victims : idsOf(supervisor.pid ?? 0, victims);
      const order: CrashOrder = { id: randomUUID(), point, count, kill: ids };
      await rm(`${file}.done`, { force: true });
      await writeFile(`${file}.new`, JSON.stringify(order));
      await rename(`${file}.new`, file);
    },
    struck: () => existsSync(`${file}.done`),
    cancel: () => rm(file, { force: true }),
    kill,
    ready: async () => {
      await within('the house to be open', async () => {
        if (childrenOf(supervisor.pid ?? 0).size < 3) return null;
        const answer = await fetch(`${address}/join`).catch(() => null);
        return answer?.ok ? true : null;
      });
    },
    stop: async () => {
      open = false;
      const ended = once(supervisor, 'exit');
      const impatience = setTimeout(() => kill('everything'), 15_000);
      supervisor.kill('SIGTERM');
      await ended;
      clearTimeout(impatience);
    },
  };
  return house;
}

function startCommand(): string[] {
  return [join(projectFolder(), 'cli', 'oasc.js'), 'start'];
}

/** Whom to kill; with everything, the supervisor first, so that it starts nobody again. */
function idsOf(supervisor: number, victims: Exclude<Victims, 'self'>): number[] {
  const children = childrenOf(supervisor);
  if (victims === 'everything') return [supervisor, ...children.values()];
  const id = children.get(victims);
  return id === undefined ? [] : [id];
}

/** The supervisor's children by what they are, as the system's process table tells. */
function childrenOf(supervisor: number): Map<Part, number> {
  const found = new Map<Part, number>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = /\) \S (\d+) /.exec(read(`/proc/${id}/stat`))?.[1];
    if (Number(parent) !== supervisor) continue;
    const part = partOf(read(`/proc/${id}/cmdline`).replaceAll('\0', ' '));
    if (part) found.set(part, Number(id));
  }
  return found;
}

function partOf(command: string): Part | null {
  if (command.includes(' server start-dev ')) return 'server';
  if (command.includes('dist/worker/main.js')) return 'worker';
  return command.includes('dist/web/main.js') ? 'web' : null;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
