import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../worker/settings.ts';
import { dataFolder } from '../support/data-folders.ts';
import { changeJson, inputFolder } from '../support/input-folders.ts';

const oasc = join(projectFolder(), 'cli/oasc.js');

type Ended = { code: number | null; stdout: string; stderr: string; folders: string[] };

/** Runs the command as somebody at a terminal does, with a folder of its own for whatever it puts aside. */
async function run(
  words: string[],
  { from = projectFolder(), meanwhile }: { from?: string; meanwhile?: (command: ChildProcess) => Promise<void> } = {},
): Promise<Ended> {
  const scratch = await dataFolder();
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const env = { ...process.env, TMPDIR: scratch, INIT_CWD: from, XDG_CACHE_HOME: cache };
  const command = spawn(process.execPath, [oasc, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = Promise.all([text(command.stdout), text(command.stderr), once(command, 'close')]);
  await meanwhile?.(command);
  const [stdout, stderr] = await said;
  const folders = (await readdir(scratch)).filter((name) => name.startsWith('oasc-demo-'));
  return { code: command.exitCode, stdout, stderr, folders };
}

test('input with problems is refused before anything starts: all problems at once, in one line, with their files and fields', async () => {
  const folder = await inputFolder();
  await changeJson(folder, 'announcement.json', {
    slug: '../etc',
    foo: 1,
    mailingList: [{ email: 'a@b.example\r\nBcc: c@d.example', language: 'en' }],
  });
  await changeJson(folder, 'cities/camliova/application.json', {
    authority: { timeZone: 'Mars/Base' },
    officeHolder: { termStart: '2026-02-30' },
  });
  await changeJson(folder, 'cities/lakowiec/statement.json', {
    section: { blocks: [{ paragraph: ['So: ', { quote: { text: ' ', language: 'pl', source: { kind: 'dream' } } }] }] },
  });
  const { code, stdout, stderr, folders } = await run(['demo', folder, '--json']);
  expect([code, stdout, folders, stderr.split('\n').length]).toEqual([3, '', [], 2]);
  const announcement = 'announcement.json';
  const application = 'cities/camliova/application.json';
  const quote = 'section.blocks[0].paragraph[1].quote';
  const statement = 'cities/lakowiec/statement.json';
  expect(JSON.parse(stderr)).toEqual({
    error: {
      code: 'invalid',
      message: 'The input cannot be played: 7 problems to mend first. Nothing was started.',
      problems: [
        { file: announcement, path: 'slug', message: 'is not an address part: use a to z, 0 to 9 and single hyphens' },
        {
          file: announcement,
          path: 'mailingList[0].email',
          message: 'is not one e-mail address such as office@town.example',
        },
        { file: announcement, path: 'foo', message: 'is not a known field: check its spelling, or take it out' },
        {
          file: application,
          path: 'authority.timeZone',
          message: 'is not a time zone by its IANA name, such as Europe/Brussels',
        },
        {
          file: application,
          path: 'officeHolder.termStart',
          message: 'is not a day that exists: write it as 2027-02-24',
        },
        { file: statement, path: `${quote}.text`, message: 'is empty: write something here' },
        { file: statement, path: `${quote}.source.kind`, message: 'must be supplied or speech' },
      ],
    },
  });
});

test('without --json the problems are a list that people read, in which nothing can move the cursor', async () => {
  const folder = await inputFolder();
  await changeJson(folder, 'announcement.json', { '\u001b[2Jgone': 1 });
  expect(await run(['demo', folder])).toEqual({
    code: 3,
    stdout: '',
    stderr:
      'The input cannot be played: 1 problem to mend first. Nothing was started.\n' +
      '  announcement.json\n    <U+001B>[2Jgone is not a known field: check its spelling, or take it out\n',
    folders: [],
  });
});

test('a folder is taken from where the caller stands, and one that is none is named whole', async () => {
  const from = await inputFolder();
  await writeFile(join(from, 'announcement.json'), '');
  const inside = await run(['demo', '.', '--json'], { from });
  expect([inside.code, JSON.parse(inside.stderr).error.problems]).toEqual([
    3,
    [{ file: 'announcement.json', path: '', message: 'is not JSON: check quotation marks, commas and brackets' }],
  ]);
  const missing = join(from, 'nowhere');
  expect(JSON.parse((await run(['demo', 'nowhere', '--json'], { from })).stderr)).toEqual({
    error: {
      code: 'invalid',
      message: 'The input cannot be played: it is no folder. Nothing was started.',
      problems: [{ path: '', file: missing, message: 'is not a folder' }],
    },
  });
});

test('wrong usage is told in the same one line', async () => {
  const { code, stdout, stderr } = await run(['demo', 'one', 'two', '--json']);
  expect([code, stdout, JSON.parse(stderr)]).toEqual([
    2,
    '',
    {
      error: {
        code: 'usage',
        message: "too many arguments for 'demo'. Expected 1 argument but got 2: one, two.",
        problems: [],
      },
    },
  ]);
});

test('words that look like markup, marks and commands are published as they were written', async () => {
  const folder = await inputFolder();
  const hostile = '<script>alert(1)</script> &amp; [1] ]]> \u001b[31m \u202e “a” „b“ 👨‍👩‍👧 مدينة e\u0301 #set';
  const quote = { quote: { text: hostile, language: 'en', source: { kind: 'supplied' } } };
  await changeJson(folder, 'cities/camliova/application.json', {
    officeHolder: { email: 'Mayor@Camliova.Example' },
    contacts: [{ role: 'main', name: 'Ada\r\nBcc: spy@evil.example', email: 'main@camliova.example', language: 'en' }],
  });
  await changeJson(folder, 'cities/camliova/statement.json', {
    section: {
      heading: hostile,
      blocks: [{ paragraph: hostile }, { paragraph: ['[2] ', quote, ' [1] ', quote, hostile] }, quote],
    },
  });
  await changeJson(folder, 'announcement.json', {
    author: { name: ']]> <b>Ada</b>' },
    title: 'Towns & \u001b[31m "<b>"',
    cities: ['tr-camliova'],
  });
  const { code, stdout } = await run(['demo', folder, '--json', '--keep']);
  expect([code, stdout.split('\n').length]).toEqual([0, 2]);
  const { announcement, onboardings, mails } = JSON.parse(stdout);
  expect([onboardings[0].stage, onboardings[0].statement.quotes, onboardings[1].stage]).toEqual([
    'announced',
    3,
    'announcement',
  ]);
  expect(announcement.publishedSha256).toBe(announcement.sha256);
  expect(announcement.title).toBe('Towns & \u001b[31m "<b>"');
  expect(mails.filter(({ to }: { to: string }) => to.includes('evil'))).toEqual([]);
}, 60_000);

test('an interrupted demonstration says so, ends with 130, and leaves no folder', async () => {
  const meanwhile = async (command: ChildProcess) => {
    await once(command.stderr ?? command, 'data');
    await pause(2500);
    command.kill('SIGINT');
    command.kill('SIGINT');
  };
  const { code, stdout, stderr, folders } = await run(['demo', '--json'], { meanwhile });
  expect([code, stdout, folders]).toEqual([130, '', []]);
  expect(stderr.trimEnd().split('\n').at(-1)).toBe(
    '{"error":{"code":"interrupted","message":"The demonstration was interrupted.","problems":[]}}',
  );
}, 60_000);
