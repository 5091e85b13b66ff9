import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { CrashOrder } from '../../worker/crash-points.ts';
import { projectFolder } from '../../worker/settings.ts';

// A process that comes past one point three times, and then past another, and says so each time.
const walk = `
  const { crashPointsFrom } = await import(${JSON.stringify(`file://${join(projectFolder(), 'dist/worker/crash-points.js')}`)});
  const points = crashPointsFrom(process.env);
  for (const point of ['here', 'here', 'here', 'there']) { points?.reach(point); process.stdout.write(point + ' '); }
`;

async function walked(order: CrashOrder | null, environment: NodeJS.ProcessEnv) {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-crash-'));
  const file = join(folder, 'order.json');
  if (order) await writeFile(file, JSON.stringify(order));
  const child = spawn(process.execPath, ['--input-type=module', '-e', walk], {
    env: { ...process.env, OASC_FAULT: file, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { said, signal, left: await readdir(folder) };
}

const order: CrashOrder = { id: 'one', point: 'here', count: 2, kill: 'self' };

test('a process under test dies at the point and time that was ordered, once', async () => {
  expect(await walked(order, { NODE_ENV: 'test' })).toEqual({
    said: 'here ',
    signal: 'SIGKILL',
    left: ['order.json.done'],
  });
});

test('without an order, nobody dies', async () => {
  expect(await walked(null, { NODE_ENV: 'test' })).toEqual({ said: 'here here here there ', signal: null, left: [] });
});

test('outside of tests no order is obeyed', async () => {
  expect(await walked(order, { NODE_ENV: 'production' })).toEqual({
    said: 'here here here there ',
    signal: null,
    left: ['order.json'],
  });
});
