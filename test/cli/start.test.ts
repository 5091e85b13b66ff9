import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isProcess, readRunning } from '../../cli/start/running.ts';
import { dataFolder } from '../support/data-folders.ts';
import { everyProcess, firstToken, killHard, openService, runOasc, within } from '../support/service.ts';

async function status(address: string, token?: string): Promise<number> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return await fetch(address, { headers }).then(
    (response) => response.status,
    () => 0,
  );
}

test('the first start opens everything, shows the token once, and Ctrl-C closes it without leaving a process', async () => {
  const folder = await dataFolder();
  const service = await openService(folder);
  const { address, health } = service.running;
  const token = await firstToken(folder);
  expect(service.shown()).toContain(`shown this once:\n  ${token}\n`);
  expect(service.shown()).toContain('SEALS ARE ONLY A TEST: letters carry a seal of this installation');
  expect(service.shown()).toContain('MAIL IS ONLY CAUGHT: no mail leaves this machine');
  expect((await stat(join(folder, 'first-administrator.json'))).mode & 0o777).toBe(0o600);
  expect(await Promise.all(Object.values(health).map((one) => status(one)))).toEqual([200, 200, 200, 200]);
  expect([await status(`${address}/join`), await status(`${address}/api/cases`, token)]).toEqual([200, 200]);
  const { code } = await service.stop();
  expect([code, await readRunning(folder), everyProcess(service.running).filter(isProcess)]).toEqual([0, null, []]);
  for (const part of ['mail', 'server', 'web', 'worker'])
    expect(await readFile(join(folder, 'logs', `${part}.log`), 'utf8')).not.toContain(token);

  const again = await openService(folder);
  expect(again.shown()).not.toContain('oasc_');
  expect(await status(`${again.running.address}/api/cases`, token)).toBe(200);
  expect((await again.stop('SIGTERM')).code).toBe(0);
}, 90_000);

test('a second start in the same folder says who is there, and leaves the first alone', async () => {
  const folder = await dataFolder();
  const service = await openService(folder);
  const { pid, address, startedAt } = service.running;
  expect(await runOasc(['start', '--json'], folder)).toEqual({
    code: 4,
    stdout: '',
    stderr: `${JSON.stringify({
      error: {
        code: 'refused',
        message:
          `oasc is open in this folder already: ${address} (process ${pid}, since ${startedAt}). Nothing was started. ` +
          'To serve another folder, name it: npm start -- --data FOLDER',
        problems: [],
      },
    })}\n`,
  });
  expect([await readRunning(folder), await status(`${address}/health`)]).toEqual([service.running, 200]);
}, 60_000);

test('whichever part is killed comes back under another process, at the same address', async () => {
  const folder = await dataFolder();
  const service = await openService(folder);
  for (const part of ['web', 'worker', 'server', 'mail'] as const) {
    const before = service.running.processes[part] ?? 0;
    killHard(before);
    await within(20_000, `${part} to come back`, async () => {
      const now = await readRunning(folder);
      const another = now?.processes[part];
      return typeof another === 'number' && another !== before && (await status(now?.health.all ?? '')) === 200;
    });
    expect(service.shown()).toMatch(new RegExp(`${part} has ended \\(SIGKILL\\); it is started again now`));
  }
  expect(await status(`${service.running.address}/health`)).toBe(200);
}, 120_000);

test('after everything was killed at once, the next start finds the stale note, and goes on', async () => {
  const folder = await dataFolder();
  const service = await openService(folder);
  for (const pid of everyProcess(service.running)) killHard(pid);
  await once(service.command, 'close');
  expect((await readRunning(folder))?.pid).toBe(service.running.pid);
  const again = await openService(folder);
  expect(await status(`${again.running.address}/api/cases`, await firstToken(folder))).toBe(200);
}, 90_000);

test('after the start alone was killed, its parts end by themselves, and the next start waits for them', async () => {
  const folder = await dataFolder();
  const service = await openService(folder);
  killHard(service.running.pid);
  await once(service.command, 'exit');
  const again = await openService(folder);
  expect(everyProcess(service.running).filter(isProcess)).toEqual([]);
  expect(await status(again.running.health.all)).toBe(200);
}, 90_000);

test('a port that another program has is told at once, with what to do, and nothing stays behind', async () => {
  const folder = await dataFolder();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await runOasc(['start'], folder, { PORT: String(port) })).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${port} is taken by another program. End that program, or choose another port: PORT=${port + 1} npm start\n`,
  });
  expect(await readRunning(folder)).toBeNull();
  other.close();
});
