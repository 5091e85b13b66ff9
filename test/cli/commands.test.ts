import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
