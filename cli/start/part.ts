import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Opened } from '../../worker/process.ts';
import type { LogFile } from './log-file.ts';

/** A part that runs: `ended` answers with how it ended; `stop` lets it drain. */
export type Alive = { pid: number; health: string; ended: Promise<string>; stop(): Promise<void> };

export type NodePart = {
  name: string;
  /** The built module that the process runs, and the words of its command line. */
  module: string;
  words?: string[];
  env: NodeJS.ProcessEnv;
  log: LogFile;
  /** Sees each line of its log. */
  onLine(line: string): void;
};

/** How long a part may take to open, and to drain, in milliseconds. */
const patience = { open: 60_000, drain: 35_000 };

/** Starts one part as a process of its own, and answers when it is open; it ends with this process, however that ends. */
export async function startNodePart({ name, module, words = [], env, log, onLine }: NodePart): Promise<Alive> {
  // A group of its own keeps Ctrl-C for this process, which then tells its parts one after another.
  const child = fork(module, words, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface(stream).on('line', (line) => {
        log.write(line);
        onLine(line);
        if (stream === child.stderr) said.push(line);
      });
  const ended = once(child, 'close').then(([code, signal]) => String(signal ?? `exit code ${code}`));
  const stop = async () => {
    const impatience = setTimeout(() => child.kill('SIGKILL'), patience.drain);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(impatience);
  };
  const opened = await openedBy(child, ended);
  if (typeof opened === 'string') {
    await stop();
    throw new Error(`${name} did not open (${opened})${said.length > 0 ? `: ${said.slice(-8).join('\n')}` : ''}`);
  }
  return { pid: child.pid ?? 0, health: opened.health, ended, stop };
}

/** What a part says once it is open; a text where it ended before or took too long. */
async function openedBy(child: ChildProcess, ended: Promise<string>): Promise<Opened | string> {
  const tooLong = new AbortController();
  const message = once(child, 'message', { signal: tooLong.signal }).then(
    ([told]) => (told as { opened: Opened }).opened,
  );
  message.catch(() => {});
  const timer = setTimeout(() => tooLong.abort(), patience.open);
  try {
    return await Promise.race([message, ended]);
  } catch {
    return `no word for ${patience.open / 1000} seconds`;
  } finally {
    clearTimeout(timer);
    tooLong.abort();
  }
}
