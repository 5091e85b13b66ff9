import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { framed } from './frames.ts';

/** How a process ended: with an answer, because it was over its limits, or by itself without an answer. */
export type Ended = { kind: 'answered'; frame: Buffer } | { kind: 'over' } | { kind: 'died' };

/** Milliseconds, and bytes of memory, of JavaScript's own objects and of the answer. */
export type Within = { time: number; memory: number; heap: number; answer: number };

/**
 * Asks one question about one file in a new process: it has no environment, reads nothing but the program, writes nothing,
 * starts nothing, has no network, and is killed when it is over its limits.
 */
export async function apart(question: object, file: Uint8Array, within: Within): Promise<Ended> {
  const child = spawn(process.execPath, [...confined(within), program], {
    env: {},
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // A process that is gone before it has read the file breaks the pipe: how it ended says more.
  child.stdin.on('error', () => {});
  child.stdin.end(framed(question, [file]));
  const { ended, isOver, said } = await watched(child, within);
  if (said.length === 0 && !isOver) throw new Error(`Files cannot be looked at: the process ended with ${ended}.`);
  if (isOver) return { kind: 'over' };
  if (ended === '0') return { kind: 'answered', frame: said.subarray(1) };
  // JavaScript's own limit of memory ends a process by an abort.
  return { kind: ended === 'SIGABRT' || ended === '134' ? 'over' : 'died' };
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

async function watched(child: Child, { time, memory, answer }: Within) {
  const said: Buffer[] = [];
  let length = 0;
  let isOver = false;
  const giveUp = () => {
    isOver = true;
    child.kill('SIGKILL');
  };
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > answer) giveUp();
    else said.push(chunk);
  });
  const clock = setTimeout(giveUp, time);
  const scales = setInterval(() => {
    if (memoryOf(child.pid) > memory) giveUp();
  }, 20);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return { ended: String(signal ?? code), isOver, said: Buffer.concat(said) };
  } finally {
    clearTimeout(clock);
    clearInterval(scales);
  }
}

/** The memory that a process holds in bytes, where the system tells it (Linux); elsewhere its heap and its time are limited all the same. */
function memoryOf(pid: number | undefined): number {
  try {
    const held = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(held ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, `looking${extname(fileURLToPath(import.meta.url))}`);

/** The flags under which the program runs: its own files and the libraries may be read, and everything else is shut. */
function confined({ heap }: Within): string[] {
  const readable = [here, join(here, '../../../domain'), ...packagesAbove(here)];
  return [
    `--max-old-space-size=${Math.ceil(heap / 1024 / 1024)}`,
    '--permission',
    // The library that makes pictures is native code; it is why the process has limits, and nothing to give away.
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    '--disallow-code-generation-from-strings',
    '--no-warnings',
  ];
}

/** Libraries and package.json of every folder above, which is where modules are looked for. */
function packagesAbove(folder: string): string[] {
  const above = dirname(folder);
  const found = [join(folder, 'node_modules'), join(folder, 'package.json')].filter(existsSync);
  return [...found.flatMap((path) => [path, realpathSync(path)]), ...(above === folder ? [] : packagesAbove(above))];
}
