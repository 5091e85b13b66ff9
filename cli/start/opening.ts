import { join } from 'node:path';
import { projectFolder } from '../../worker/settings.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { openLogFile } from './log-file.ts';
import { type Alive, startNodePart } from './part.ts';

/** Where `start` tells what happens: sentences of its own, and lines from the logs of its parts. */
export type Telling = { say(line: string): void; onLine(line: string): void };

/** A service while it is being opened: what has been opened closes again by `close`, the last first. */
export type Opening = {
  telling: Telling;
  logs: string;
  keep(name: string, start: () => Promise<Alive>): Promise<Kept>;
  /** A part that is a process of Node: its module in the build, and the words of its command line. */
  node(name: string, module: string, env: NodeJS.ProcessEnv, words?: string[]): Promise<Kept>;
  also(part: { stop(): Promise<void> }): void;
  /** Whom to tell when a part runs again under another process. */
  onRestart(listener: () => void): void;
  close(): Promise<void>;
};

export function beginOpening(logs: string, telling: Telling): Opening {
  const opened: { stop(): Promise<void> }[] = [];
  let restarted = () => {};
  const keep = async (name: string, start: () => Promise<Alive>) => {
    const kept = await keepRunning({ name, start, say: telling.say, restarted: () => restarted() });
    opened.push(kept);
    return kept;
  };
  return {
    telling,
    logs,
    keep,
    node: async (name, module, env, words = []) => {
      const log = openLogFile(join(logs, `${name}.log`));
      opened.push({ stop: async () => log.close() });
      const path = join(projectFolder(), 'dist', module);
      return await keep(name, () => startNodePart({ name, module: path, words, env, log, onLine: telling.onLine }));
    },
    also: (part) => void opened.push(part),
    onRestart: (listener) => {
      restarted = listener;
    },
    close: async () => {
      for (const part of opened.splice(0).toReversed()) await part.stop();
    },
  };
}
