import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach } from '@jest/globals';
import { isProcess, type Running, readRunning } from '../../cli/start/running.ts';
import { projectFolder } from '../../worker/settings.ts';

/** `oasc start` as somebody at a terminal has it, in a process of its own with the real parts under it. */
export type StartedService = {
  command: ChildProcess;
  running: Running;
  /** What the terminal shows by now. */
  shown(): string;
  /** Ctrl-C, and how it ended. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
};

export type Ended = { code: number | null; stdout: string; stderr: string };

const oasc = join(projectFolder(), 'cli/oasc.js');
const started = new Set<{ command: ChildProcess; folder: string }>();

// Nothing of a test stays, however it ended.
afterEach(async () => {
  for (const { command, folder } of started) {
    const running = await readRunning(folder);
    await endOf(command);
    for (const pid of running ? everyProcess(running) : []) killHard(pid);
  }
  started.clear();
});

/** Lets a command close, and no longer than a while. */
async function endOf(command: ChildProcess): Promise<void> {
  if (command.exitCode !== null || command.signalCode !== null) return;
  const ended = once(command, 'exit');
  const impatience = setTimeout(() => command.kill('SIGKILL'), 15_000);
  command.kill('SIGTERM');
  await ended;
  clearTimeout(impatience);
}

/** Opens for business in a folder, on a free port unless the environment names one, and waits until it says that it is open. */
export async function openService(folder: string, env: NodeJS.ProcessEnv = {}): Promise<StartedService> {
  const command = launch(['start'], folder, env);
  started.add({ command, folder });
  let shown = '';
  for (const stream of [command.stdout, command.stderr])
    stream?.on('data', (chunk: Buffer) => (shown += String(chunk)));
  await within(60_000, 'the service to open', async () => {
    if (command.exitCode !== null) throw new Error(`start ended with ${command.exitCode}: ${shown}`);
    return shown.includes('oasc is open');
  });
  const running = await readRunning(folder);
  if (!running) throw new Error(`There is no running.json: ${shown}`);
  return {
    command,
    running,
    shown: () => shown,
    stop: async (signal = 'SIGINT') => {
      const ended = once(command, 'close');
      command.kill(signal);
      await ended;
      return { code: command.exitCode, stdout: shown, stderr: '' };
    },
  };
}

/** Runs one command to its end. */
export async function runOasc(words: string[], folder: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const command = launch(words, folder, env);
  started.add({ command, folder });
  const [stdout, stderr] = await Promise.all([
    command.stdout ? text(command.stdout) : '',
    command.stderr ? text(command.stderr) : '',
    once(command, 'close'),
  ]);
  return { code: command.exitCode, stdout, stderr };
}

/** The token of the first administrator, as `start` left it. */
export async function firstToken(folder: string): Promise<string> {
  const written = await readFile(join(folder, 'first-administrator.json'), 'utf8');
  return (JSON.parse(written) as { token: string }).token;
}

/** The ids of all processes of a service, the one that started the others last. */
export function everyProcess({ pid, processes }: Running): number[] {
  return [...Object.values(processes).filter((one) => one !== null), pid];
}

export function killHard(pid: number): void {
  if (isProcess(pid)) process.kill(pid, 'SIGKILL');
}

/** Asks again and again until it is so, and fails with what was waited for when it takes longer than so many milliseconds. */
export async function within(milliseconds: number, what: string, ask: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + milliseconds;
  while (!(await ask())) {
    if (Date.now() > until) throw new Error(`Waited ${milliseconds} ms for ${what}.`);
    await pause(50);
  }
}

function launch(words: string[], folder: string, env: NodeJS.ProcessEnv): ChildProcess {
  const around = { ...process.env, OASC_DATA: folder, PORT: '0', ...env };
  return spawn(process.execPath, [oasc, ...words], { env: around, stdio: ['ignore', 'pipe', 'pipe'] });
}
