import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import { versionOf } from '../../worker/temporal-cli/version.ts';
import { applied, at, decide, signed, staffMember, taken } from '../support/acting.ts';
import { olderCli, olderVersion, testWithOlderCli } from '../support/older-cli.ts';
import { startTestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

const before = process.env['OASC_TEMPORAL_CLI'];
afterAll(() => setCli(before));

testWithOlderCli('a case that began under an older server goes on under a newer one, in the same file', async () => {
  expect(await versionOf(olderCli)).toBe(olderVersion);
  const folder = await mkdtemp(join(tmpdir(), 'oasc-test-update-'));
  const town = townLike('Odrava', 'odrava');
  setCli(olderCli);
  const older = await startTestSystem(folder);
  const id = await applied(older, town);
  taken(await decide(older, await staffMember(older, 'Ada'), id, { kind: 'accept' }));
  const { due } = await at(older, id, 'letter', 'sign');
  await older.catcher.waitFor(({ to, subject }) => to === town.mayor && subject.includes('sign the letter'), 15_000);
  await older.stop();

  setCli(before);
  const newer = await startTestSystem(folder);
  try {
    await signed(newer, town);
    expect((await at(newer, id, 'letter', 'verify')).acts.map(({ kind }) => kind)).toEqual([
      'applied',
      'accept',
      'letter-issued',
      'ask-code',
      'sign',
    ]);
    expect(due?.zone).toBe('Europe/Istanbul');
  } finally {
    await newer.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

function setCli(path: string | undefined): void {
  if (path === undefined) delete process.env['OASC_TEMPORAL_CLI'];
  else process.env['OASC_TEMPORAL_CLI'] = path;
}
