import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '../../worker/settings.ts';

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Where a command is run, what it reads, and what happens while it runs. */
type Around = {
  env?: Record<string, string>;
  from?: string;
  stdin?: string;
  meanwhile?: (running: ChildProcess) => Promise<void>;
};

const command = join(projectFolder(), 'cli/oasc.js');

/** Runs the built command as a process of its own, as somebody at a terminal does, and waits for its end. */
export async function runOasc(
  words: string[],
  { env = {}, from = projectFolder(), stdin = '', meanwhile }: Around = {},
): Promise<Ended> {
  const { OASC_URL: _url, OASC_TOKEN: _token, OASC_DATA: _data, ...inherited } = process.env;
  const running = spawn(process.execPath, [command, ...words], {
    env: { ...inherited, INIT_CWD: from, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.stdin.end(stdin);
  const said = Promise.all([text(running.stdout), text(running.stderr), once(running, 'close')]);
  await meanwhile?.(running);
  const [stdout, stderr] = await said;
  return { code: running.exitCode, stdout, stderr };
}

/** The command for one person: their address and token; `json` runs it with `--json` and reads the answer. */
export function oascFor(url: string, token: string) {
  const env = { OASC_URL: url, OASC_TOKEN: token };
  const run = (...words: string[]) => runOasc(words, { env });
  return {
    run,
    /** What it answers; a trouble of the command is thrown with what it said. */
    json: async <Value>(...words: string[]): Promise<Value> => {
      const { code, stdout, stderr } = await run(...words, '--json');
      if (code !== 0) throw new Error(`oasc ${words.join(' ')} ended with ${code}: ${stderr}`);
      return JSON.parse(stdout) as Value;
    },
  };
}
