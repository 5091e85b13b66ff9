import { flushCompileCache } from 'node:module';
import type { Problem } from '../domain/problems.ts';
import { errorInLog, type Log, openLog } from './log.ts';
import { readSettings, type Settings } from './settings.ts';

/** What a process tells whoever started it, once it is open: where its health is asked, and what else is to be known. */
export type Opened = { health: string };

/** A part that is open: `ended` answers, or fails, when it ends without having been stopped. */
export type OpenPart = { opened: Opened; ended?: Promise<unknown>; stop(): Promise<void> };

/** How long a process may take to let go of everything before it is over all the same, in milliseconds. */
const patience = 30_000;

/**
 * Runs one process of the service from its settings until it is told to stop: by SIGTERM or SIGINT, or because the
 * process that started it is gone. Exit codes: 0 stopped, 1 fault, 3 wrong settings.
 */
export async function runProcess(
  name: string,
  open: (settings: Settings, log: Log) => Promise<OpenPart>,
): Promise<void> {
  // Listened for before anything is awaited, so that nobody who stops it early goes unheard.
  const stopped = whenToldToStop();
  const settings = await readSettings();
  if (!settings.ok) return refuse(settings.problems);
  const log = openLog(name, settings.value.logLevel);
  try {
    const part = await open(settings.value, log);
    log.info({ health: part.opened.health }, 'open');
    process.send?.({ opened: part.opened });
    // One that is killed does not come to it: what was compiled is kept now, for whoever begins again.
    flushCompileCache();
    const ended = part.ended ?? new Promise<never>(() => {});
    const why = await Promise.race([stopped, ended.then(() => 'ended by itself')]);
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), patience).unref();
    await part.stop();
    log.info('stopped');
    if (why === 'ended by itself') process.exitCode = 1;
  } catch (error) {
    // Until it is open nothing that a person wrote was read, so the message can be told, and somebody needs it.
    const message = error instanceof Error ? error.message : String(error);
    log.fatal(errorInLog(error), 'broken');
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
  if (process.connected) process.disconnect();
  // A connection that lingers must not keep a process that is over.
  setTimeout(() => process.exit(), 1000).unref();
}

function whenToldToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    process.on('disconnect', () => resolve('whoever started it is gone'));
  });
}

function refuse(problems: readonly Problem[]): void {
  const lines = problems.map(({ file, path, message }) => `  ${file ?? ''}: ${path} ${message}`);
  process.stderr.write(`The settings are wrong:\n${lines.join('\n')}\n`);
  process.exitCode = 3;
}
