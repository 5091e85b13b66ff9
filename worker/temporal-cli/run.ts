import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type Command = readonly [program: string, ...args: string[]];

type Surroundings = { environment: NodeJS.ProcessEnv; scratch: string; signal: AbortSignal };

/**
 * Runs a command whose temporary files and output stay in the scratch folder, so that its progress can be seen there.
 * Throws with its last line of output when it fails.
 */
export async function run([program, ...args]: Command, { environment, scratch, signal }: Surroundings): Promise<void> {
  const log = join(scratch, 'output.txt');
  const output = await open(log, 'a');
  try {
    const code = await exitCode([program, ...args], {
      environment: { ...environment, TMPDIR: scratch },
      output,
      signal,
    });
    if (code !== 0) throw new Error((await readFile(log, 'utf8')).trim().split('\n').at(-1) || `exit code ${code}`);
  } finally {
    await output.close();
  }
}

/** Whether a program is there and answers `--version`. */
export async function runs([program, ...args]: Command, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const answer = promisify(execFile)(program, [...args, '--version'], { env: environment, timeout: 10_000 });
  return answer.then(
    () => true,
    () => false,
  );
}

type Launch = { environment: NodeJS.ProcessEnv; output: FileHandle; signal: AbortSignal };

async function exitCode([program, ...args]: Command, { environment, output, signal }: Launch): Promise<number | null> {
  const stdio: ('ignore' | number)[] = ['ignore', output.fd, output.fd];
  const child = spawn(program, args, { env: environment, stdio, signal, killSignal: 'SIGKILL' });
  await once(child, 'exit');
  return child.exitCode;
}
