import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { within } from '../../cli/demo/inbox.ts';
import { bundlePath } from '../../worker/bundle.ts';
import { refuseDivergence, replayOpen } from '../../worker/replay-open.ts';
import { applied, at, decide, staffMember, taken } from '../support/acting.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let code = '';
let passed = '';

beforeAll(async () => {
  system = await startTestSystem();
  code = await readFile(bundlePath, 'utf8');
  passed = join(system.dataFolder, 'replayed');
  const signing = await applied(system, townLike('Odrava', 'odrava'));
  taken(await decide(system, await staffMember(system, 'Ada'), signing, { kind: 'accept' }));
  await at(system, signing, 'letter', 'sign');
  const read = await applied(system, townLike('Pellmark', 'pellmark'));
  await within('a first turn', async () => (await at(system, read, 'review')).due ?? null);
});
afterAll(async () => await system.stop());

test('code that would lead open cases astray names them, and nothing is started with it', async () => {
  const changed = code.replaceAll('planTurn', 'planTurnDifferently');
  const { replayed, diverged } = await replayOpen(system.door.temporal, changed, passed);
  expect([replayed, diverged.toSorted()]).toEqual([2, ['onboarding/tr-odrava.1', 'onboarding/tr-pellmark.1']]);
  await expect(refuseDivergence(system.door.temporal, changed, passed)).rejects.toThrow(
    'Start the version that you had before',
  );
});

test('the code of today carries every open case on, and is not asked twice', async () => {
  expect(await replayOpen(system.door.temporal, code, passed)).toEqual({ replayed: 2, diverged: [] });
  expect(await replayOpen(system.door.temporal, code, passed)).toEqual({ replayed: 0, diverged: [] });
});
