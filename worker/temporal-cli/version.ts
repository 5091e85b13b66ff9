import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The version of Temporal's CLI that the product is tested with. */
export const wantedVersion = '1.9.1';

/** What the executable says of its version, such as "1.9.1"; undefined when it is not Temporal's or does not run. */
export async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 10_000 });
    return /^temporal version (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/** Whether a version of three numbers is the wanted one or a later one. */
export function atLeast(version: string, wanted: string): boolean {
  return version.localeCompare(wanted, 'en', { numeric: true }) >= 0;
}
