import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../worker/settings.ts';

const run = promisify(execFile);

/** A real terminal (tmux) in which somebody works with the built `oasc`. */
export type Terminal = {
  /** Presses keys by tmux's names: `Enter`, `Escape`, `Down`, `C-s`, or a letter. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** What is seen, row by row, without the spaces at their ends; with colours where asked. */
  screen(how?: { colours: boolean }): Promise<string[]>;
  /** Waits until the screen shows a text; answers with the screen, or fails with it. */
  sees(text: string, seconds?: number): Promise<string[]>;
  /** What is kept of the terminal's state by tmux, such as `alternate_on`. */
  flag(name: string): Promise<string>;
  /** Sends a signal to the program that runs in it. */
  signal(name: NodeJS.Signals): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  close(): Promise<void>;
};

/** Whether there is a tmux to make terminals with. */
export async function hasTerminal(): Promise<boolean> {
  return await run('tmux', ['-V']).then(
    () => true,
    () => false,
  );
}

export async function openTerminal(
  environment: Record<string, string>,
  { columns = 80, rows = 24, command = ownCommand() } = {},
): Promise<Terminal> {
  const socket = `oasc-test-${randomUUID()}`;
  const tmux = async (...words: string[]) => (await run('tmux', ['-L', socket, '-f', '/dev/null', ...words])).stdout;
  const given = Object.entries({ LANG: 'C.UTF-8', TZ: 'Europe/Brussels', ...environment });
  const variables = given.flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const size = ['-x', String(columns), '-y', String(rows)];
  await tmux(
    '-u',
    'new-session',
    '-d',
    '-s',
    'a',
    ...size,
    ...variables,
    `${command}; echo "left with $?"; sleep 3600`,
  );
  const screen = async ({ colours } = { colours: false }) => {
    const text = await tmux('capture-pane', '-p', ...(colours ? ['-e'] : []), '-t', 'a');
    return text.split('\n').map((row) => row.trimEnd());
  };
  return {
    press: async (...keys) => {
      for (const key of keys) {
        await tmux('send-keys', '-t', 'a', key);
        // As fast as a person at best: what a key leads to is drawn before the next one.
        await pause(60);
      }
    },
    type: async (text) => void (await tmux('send-keys', '-t', 'a', '-l', text)),
    screen,
    sees: async (text, seconds = 30) => {
      const end = Date.now() + seconds * 1000;
      for (;;) {
        const seen = await screen();
        if (seen.join('\n').includes(text)) return seen;
        if (Date.now() > end) throw new Error(`The screen did not show "${text}":\n${seen.join('\n')}`);
        await pause(100);
      }
    },
    flag: async (name) => (await tmux('display', '-p', '-t', 'a', `#{${name}}`)).trim(),
    signal: async (name) => {
      const shell = (await tmux('display', '-p', '-t', 'a', '#{pane_pid}')).trim();
      const children = await run('ps', ['--ppid', shell, '-o', 'pid=']);
      for (const id of children.stdout.trim().split(/\s+/)) process.kill(Number(id), name);
    },
    resize: async (wide, high) => void (await tmux('resize-window', '-t', 'a', '-x', String(wide), '-y', String(high))),
    close: async () => void (await tmux('kill-server').catch(() => '')),
  };
}

function ownCommand(): string {
  return `${process.execPath} ${join(projectFolder(), 'cli', 'oasc.js')}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
