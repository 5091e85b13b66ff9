import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from '@jest/globals';

const env = {
  ...process.env,
  PYTHONPATH: [join(homedir(), '.cache', 'oasc', 'python'), process.env['PYTHONPATH'] ?? ''].join(delimiter),
};
const isThere = spawnSync('python3', ['-c', 'import dkim'], { env }).status === 0;

if (!isThere)
  console.warn('SKIPPED: tests in which another program verifies our DKIM signature, because python3 has no dkimpy');

/** A test in which dkimpy, which is none of ours, verifies a signature; where it is missing the test is skipped, and a warning says so. */
export const testWithDkimpy = isThere ? test : test.skip;

const program = `
import sys, dkim
record = sys.argv[1].encode()
asked = []
def answer(name, timeout=5):
    asked.append(name.decode())
    return record
print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=answer), *asked)
`;

/** What dkimpy says of a mail, given what the name server says: whether the signature holds, and which name it asked for. */
export function verifiedByDkimpy(mail: Uint8Array, record: string): string {
  const said = spawnSync('python3', ['-c', program, record], { env, input: mail, encoding: 'utf8' });
  return said.status === 0 ? said.stdout.trim() : said.stderr;
}
