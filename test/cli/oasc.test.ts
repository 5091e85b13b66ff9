import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../worker/settings.ts';

const command = join(projectFolder(), 'cli', 'oasc.js');
const older = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path) && majorOf(path) < 24);
if (!older)
  process.stderr.write(
    '\nSKIPPED: oasc under an older Node, because none older than 24 is at /usr/bin/node or /usr/local/bin/node.\n\n',
  );
const underOlderNode = older ? test : test.skip;

function majorOf(node: string): number {
  return Number(spawnSync(node, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).stdout);
}

underOlderNode('started by an older Node, the command runs itself on the one that the project brings along', () => {
  const run = spawnSync(older ?? '', [command, 'audit', 'verify', '--data', '/nowhere', '--json'], {
    encoding: 'utf8',
  });
  expect(JSON.parse(run.stderr)).toEqual({
    error: { code: 'notFound', message: '/nowhere is not a data folder: it has no records.db.', problems: [] },
  });
  expect(run.status).toBe(5);
});

test('a word that is no command ends with the usage code, and help with an example ends well', () => {
  const wrong = spawnSync(process.execPath, [command, 'anounce'], { encoding: 'utf8' });
  expect([wrong.status, wrong.stderr.split('\n')[0]]).toEqual([2, "error: unknown command 'anounce'"]);
  const help = spawnSync(process.execPath, [command, 'demo', '--help'], { encoding: 'utf8' });
  expect([help.status, help.stdout.includes('Example:\n  oasc demo ./my-cities --json --keep')]).toEqual([0, true]);
});
