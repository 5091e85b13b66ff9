import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createCity } from '../../cli/demo/city.ts';
import { openInbox } from '../../cli/demo/inbox.ts';
import { createOfficer } from '../../cli/demo/office.ts';
import { openMailFolder } from '../../worker/adapters/mail-folder.ts';
import { freePort } from '../../worker/free-port.ts';
import { inventedTown } from '../faults/towns.ts';
import { dataFolder } from '../support/data-folders.ts';
import { firstToken, openService } from '../support/service.ts';

const day = 86_400_000;

/** Every text of an input that is a person's or a place's own: names, addresses, quotes. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 6 && /[A-ZÀ-Ž@ ]/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

test('operators can watch a case: events, logs and figures know its id and its stage, and nobody’s name, address or link', async () => {
  const folder = await dataFolder();
  const metrics = await freePort();
  const service = await openService(folder, { OASC_METRICS_PORT: String(metrics), OASC_LOG_LEVEL: 'debug' });
  const { address } = service.running;
  const mails = async () => await (await openMailFolder(join(folder, 'mails'))).all();
  const town = inventedTown(1);
  const city = createCity(town, address, openInbox(mails));
  const token = await firstToken(folder);
  const ada = createOfficer('Ada', token, address);

  await city.apply();
  const [summary] = await ada.cases();
  const id = summary?.id ?? '';
  await ada.act(
    id,
    ({ view }) => view.stage.stage === 'review',
    () => ({ kind: 'accept' }),
  );
  await city.sign();
  await ada.act(
    id,
    ({ view: { stage } }) => stage.stage === 'letter' && stage.step === 'verify',
    () => ({ kind: 'return-letter', reason: 'The seal of Auntie Marzipan is missing.' }),
  );
  await fetch(`${address}/join/l/nobody.at-all`);

  const figures = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
  const lines = figures.split('\n');
  expect(lines).toContain('oasc_cases{stage="letter",waits_for="city"} 1');
  expect(lines).toContain('oasc_cases_overdue{stage="letter",waits_for="city"} 0');
  const age = Number(/oasc_case_turn_oldest_seconds\{stage="letter",waits_for="city"\} (\S+)/.exec(figures)?.[1]);
  expect([age >= 0, age < day / 1000]).toEqual([true, true]);
  expect(lines.filter((line) => line.startsWith('oasc_deliveries{channel="mail",state="done"}'))).toHaveLength(1);
  expect(figures).toMatch(/^temporal_workflow_task_execution_latency_count\{/m);
  expect((await fetch(`http://127.0.0.1:${metrics}/health`)).status).toBe(200);

  const { stdout } = await service.stop();
  expect(stdout).toMatch(new RegExp(`${id}: accept\n(.*\n)*.*${id}: return letter\n`));
  const logs = await Promise.all(
    ['worker', 'web', 'mail', 'server'].map((part) => readFile(join(folder, 'logs', `${part}.log`), 'utf8')),
  );
  const logged = `${logs.join('\n')}\n${stdout.replace(token, '')}`;
  expect(logged).toMatch(/"activity":"sendMail".*"workflow":"onboarding\/[^"]+".*"msg":"activity done"/);
  expect(logged).toContain('"method":"POST","route":"/join');
  const links = (await mails()).flatMap(({ text }) => [
    ...(text.match(/\/join\/\S+/g) ?? []),
    ...(text.match(/^\d{3} \d{3}$/gm) ?? []),
  ]);
  const secrets = [...wordsOf(town), ...links, 'Marzipan', 'nobody.at-all', token];
  expect(secrets.length).toBeGreaterThan(20);
  expect(secrets.filter((one) => logged.includes(one))).toEqual([]);
}, 120_000);
