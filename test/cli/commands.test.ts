import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { type Serving, serveApp } from '../../web/serve.ts';
import { places } from '../support/city-in-play.ts';
import { dataFolder } from '../support/data-folders.ts';
import { oascFor, runOasc } from '../support/oasc.ts';
import { type Office, openOffice, tokenOf, writeDown } from '../web/staff-api/office.ts';

let office: Office;
let serving: Serving;
let ada: ReturnType<typeof oascFor>;

beforeAll(async () => {
  office = await openOffice();
  await writeDown(office, places['review, staff']);
  for (const city of ['us-il-springfield', 'us-ma-springfield'])
    await writeDown(office, { ...places['letter, sign'], city, case: `${city}.1` });
  serving = await serveApp(new Hono().route('/api', office.api), { host: '127.0.0.1', port: 0 });
  const token = (await tokenOf(office, ['reviewer'])).authorization.replace('Bearer ', '');
  ada = oascFor(serving.address, token);
});
afterAll(async () => {
  await serving.stop();
  await office.close();
});

test('the list of applications is a table for people, and data for programs', async () => {
  const list = await ada.json<{ id: string; stage: string }[]>('application', 'list');
  expect(list.map(({ id, stage }) => [id, stage])).toEqual([
    ['tr-camliova.1', 'review'],
    ['us-il-springfield.1', 'letter'],
    ['us-ma-springfield.1', 'letter'],
  ]);
  const { code, stdout, stderr } = await ada.run('application', 'list');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n')[1]).toMatch(/^tr-camliova\.1 +tr-camliova +review +staff/);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('3 cases');
});

test('a case is meant by any name that fits it alone; a name of two says which', async () => {
  const { code, stdout } = await ada.run('case', 'show', 'camliova');
  expect([code, stdout.split('\n')[0]]).toEqual([0, 'tr-camliova (tr-camliova.1): review; waits for the staff.']);
  const several = await ada.run('application', 'accept', 'springfield', '--json');
  expect([several.code, several.stdout, JSON.parse(several.stderr).error.refusal]).toEqual([
    3,
    '',
    { code: 'ambiguous', candidates: ['us-il-springfield.1', 'us-ma-springfield.1'] },
  ]);
});

test.each([
  ['a rule says no', ['letter', 'countersign', 'camliova'], 4],
  ['a field is wrong', ['application', 'reject', 'camliova', '--reason', ' '], 3],
  ['nothing has that name', ['application', 'show', 'nowhere'], 5],
  ['a reason is wanting', ['application', 'reject', 'camliova'], 2],
  ['a word is missing', ['application', 'accept'], 2],
  ['there is no such verb', ['application', 'fold', 'camliova'], 2],
  ['there is no such noun', ['aplication', 'list'], 2],
])('where %s, the command ends with its own code, and one line of JSON', async (_, words, expected) => {
  const { code, stdout, stderr } = await ada.run(...words, '--json');
  const { error } = JSON.parse(stderr) as { error: { message: string } };
  expect([code, stdout, stderr.split('\n').length, error.message.length > 10]).toEqual([expected, '', 2, true]);
});

test('a wrong field is named by its path', async () => {
  const { stderr } = await ada.run('application', 'reject', 'camliova', '--reason', ' ');
  expect(stderr).toContain('decision.reason is empty: write something here');
});

test('without a service, the command says what to do and ends with 6', async () => {
  const folder = await dataFolder();
  const nowhere = await runOasc(['application', 'list', '--data', folder]);
  expect(nowhere).toEqual({
    code: 6,
    stdout: '',
    stderr: `oasc is not running in ${folder}: start it with npm start, or set OASC_URL and OASC_TOKEN.\n`,
  });
  const away = await runOasc(['application', 'list'], {
    env: { OASC_URL: 'http://127.0.0.1:1', OASC_TOKEN: 'oasc_x' },
  });
  expect(away.code).toBe(6);
});

test('Ctrl-C ends a command with 130, and an act says how it is sent again', async () => {
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const silent = new Hono().post('/api/cases/:case/acts', () => {
    arrived();
    return new Promise<Response>(() => {});
  });
  const slow = await serveApp(silent.route('/api', office.api), { host: '127.0.0.1', port: 0 });
  const { authorization } = await tokenOf(office, ['reviewer'], 'Cato Brandt');
  const env = { OASC_URL: slow.address, OASC_TOKEN: authorization.replace('Bearer ', '') };
  const meanwhile = async (running: ChildProcess) => {
    await arrival;
    running.kill('SIGINT');
  };
  const words = ['application', 'accept', 'camliova', '--id', 'act-0007'];
  const { code, stdout, stderr } = await runOasc(words, { env, meanwhile });
  await slow.stop();
  expect([code, stdout, stderr]).toEqual([
    130,
    '',
    'Interrupted.\n  Nobody knows whether it was taken. Send it again, safely, with --id act-0007\n',
  ]);
}, 30_000);

test('while a service is being started again, a command waits for it', async () => {
  const folder = await dataFolder();
  const placeholder = await serveApp(new Hono(), { host: '127.0.0.1', port: 0 });
  await placeholder.stop();
  const port = Number(new URL(placeholder.address).port);
  await writeFile(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, address: placeholder.address }));
  const { authorization } = await tokenOf(office, ['reviewer'], 'Dora Engel');
  await writeFile(join(folder, 'token'), authorization.replace('Bearer ', ''));
  let opened: Serving | undefined;
  const { code, stdout } = await runOasc(['audit', 'show', '--data', folder, '--json'], {
    meanwhile: async () => {
      await pause(1500);
      opened = await serveApp(new Hono().route('/api', office.api), { host: '127.0.0.1', port });
    },
  });
  await opened?.stop();
  expect([code, (JSON.parse(stdout) as unknown[]).length > 0]).toEqual([0, true]);
}, 30_000);

test('the audit is verified by the service where its records are elsewhere', async () => {
  const { code, stdout } = await ada.run('audit', 'verify', '--json');
  expect([code, JSON.parse(stdout).verified]).toEqual([0, true]);
  const folder = await dataFolder();
  const nowhere = await runOasc(['audit', 'verify', '--data', folder, '--json']);
  expect([nowhere.code, JSON.parse(nowhere.stderr).error.code]).toEqual([5, 'notFound']);
});

test('a reason may come from a file or from what is piped in', async () => {
  const env = { OASC_URL: serving.address, OASC_TOKEN: 'oasc_nobody' };
  const both = ['application', 'reject', 'camliova', '--reason', 'x', '--reason-file', '-'];
  expect((await runOasc(both, { env })).code).toBe(2);
  const missing = await runOasc(['application', 'reject', 'camliova', '--reason-file', 'nowhere.txt', '--json'], {
    env,
  });
  expect([missing.code, JSON.parse(missing.stderr).error.problems]).toEqual([
    3,
    [{ file: 'nowhere.txt', path: '', message: 'cannot be read' }],
  ]);
  const empty = await ada.run('application', 'reject', 'camliova', '--reason-file', '/dev/null', '--json');
  expect([empty.code, JSON.parse(empty.stderr).error.problems[0].path]).toEqual([3, 'decision.reason']);
});

test('who decided on an older version is told what was done since', async () => {
  await writeDown(office, { ...places['statement, draft'], city: 'pl-lakowiec', case: 'pl-lakowiec.1' });
  const token = (await tokenOf(office, ['editor'], 'Bram Okafor')).authorization.replace('Bearer ', '');
  const bram = oascFor(serving.address, token);
  const { version } = places['statement, draft'];
  const waive = ['statement', 'waive', 'lakowiec', '--reason', 'Elections', '--version', String(version - 2)];
  const { code, stderr } = await bram.run(...waive, '--json');
  const { error } = JSON.parse(stderr) as {
    error: { code: string; refusal: { code: string; version: number; changes: { kind: string }[] } };
  };
  expect([code, error.code, error.refusal.code, error.refusal.version]).toEqual([4, 'refused', 'stale', version]);
  expect(error.refusal.changes.map(({ kind }) => kind)).toEqual(['countersign', 'letter-sealed']);
  const inWords = await bram.run(...waive);
  expect(inWords.stderr).toContain(`You decided on version ${version - 2}; it is now version ${version}.`);
});

test.each(['application', 'letter', 'statement', 'announcement'])(
  'the schema of %s names every field that may stand in it',
  async (name) => {
    const { code, stdout } = await runOasc(['schema', name]);
    const schema = JSON.parse(stdout) as { type: string; additionalProperties: boolean; properties: object };
    expect([code, schema.type, schema.additionalProperties, Object.keys(schema.properties).length > 1]).toEqual([
      0,
      'object',
      false,
      true,
    ]);
  },
);

test('an application that is wrong is not sent, and each of its fields is named', async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, 'application.json'), '{"authority": {"name": 7}}');
  const { code, stderr } = await ada.run('application', 'submit', folder, '--evidence', 'mail', '--json');
  const { error } = JSON.parse(stderr) as { error: { problems: { file: string; path: string }[] } };
  expect(code).toBe(3);
  expect(error.problems.every(({ file }) => file === 'application.json')).toBe(true);
  expect(error.problems.map(({ path }) => path)).toContain('authority.name');
  expect(error.problems.map(({ path }) => path)).toContain('agreements');
});

test('every noun and every verb has help with an example', async () => {
  const top = await runOasc(['--help']);
  expect(top.code).toBe(0);
  for (const noun of ['application', 'case', 'letter', 'statement', 'announcement', 'mail', 'audit', 'staff']) {
    const line = top.stdout.split('\n').find((one) => one.startsWith(`  ${noun} `));
    expect(line).toBeDefined();
  }
  const verb = await runOasc(['letter', 'verify', '--help']);
  expect([verb.code, verb.stdout.includes('Example:\n  oasc letter verify camliova')]).toEqual([0, true]);
});
