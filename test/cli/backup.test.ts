import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { dataFolder } from '../support/data-folders.ts';
import { openService, runOasc, within } from '../support/service.ts';
import { sampleFolder } from '../support/towns.ts';

test('a backup that is made while the service is open comes back in another folder: the city goes on, and hears nothing twice', async () => {
  const [folder, elsewhere] = [await dataFolder(), await dataFolder()];
  const backup = join(await dataFolder(), 'monday');
  const service = await openService(folder);
  await answer(folder, ['application', 'submit', join(sampleFolder, 'cities/camliova'), '--evidence', 'paper']);
  const { token } = await answer<{ token: string }>(folder, ['staff', 'add', 'Bram', '--roles', 'reviewer']);
  await answer(folder, ['application', 'accept', 'camliova'], token);
  await within(30_000, 'the letter to go out', async () => (await mails(folder)) === 2);
  const show = ['application', 'show', 'camliova'];
  const before = await answer<CaseFile>(folder, show);
  const manifest = await answer(folder, ['backup', backup]);
  await service.stop();

  expect(await answer(elsewhere, ['restore', backup])).toEqual(manifest);
  const again = await openService(elsewhere);
  expect(again.shown()).not.toContain('oasc_');
  await pause(4000);
  const { view } = await answer<CaseFile>(elsewhere, show);
  expect([view.stage, view.due, view.acts]).toEqual([before.view.stage, before.view.due, before.view.acts]);
  expect(await mails(elsewhere)).toBe(0);
  expect(await answer(elsewhere, ['audit', 'verify', '--data', elsewhere])).toMatchObject({ verified: true });
}, 120_000);

test('a backup says in which folder there is nothing to back up, and a restore why it leaves a folder alone', async () => {
  const [empty, used] = [await dataFolder(), await dataFolder()];
  const nothing = await runOasc(['backup', join(empty, 'b')], join(empty, 'none'));
  expect([nothing.code, nothing.stderr]).toEqual([
    5,
    `${join(empty, 'none')} is not a data folder: it has no records.db. Name one with --data.\n`,
  ]);
  const noBackup = await runOasc(['restore', empty], used);
  expect([noBackup.code, noBackup.stderr]).toEqual([4, `${empty} is not a backup: it has no manifest.json.\n`]);
});

async function answer<Value = Record<string, unknown>>(
  folder: string,
  words: string[],
  token?: string,
): Promise<Value> {
  const env = token === undefined ? {} : { OASC_TOKEN: token };
  const { code, stdout, stderr } = await runOasc([...words, '--json'], folder, env);
  if (code !== 0) throw new Error(`oasc ${words.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Value;
}

async function mails(folder: string): Promise<number> {
  return (await readdir(join(folder, 'mails')).catch(() => [])).filter((name) => name.endsWith('.eml')).length;
}
