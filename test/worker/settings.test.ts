import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nothingSet } from '../../worker/adapters/seal/open-seal.ts';
import { addressOf, projectFolder, readNetwork, readSettings } from '../../worker/settings.ts';
import { dataFolder } from '../support/data-folders.ts';

async function settingsWith(env: NodeJS.ProcessEnv, file?: object | string) {
  const folder = await dataFolder();
  if (file !== undefined)
    await writeFile(join(folder, 'oasc.json'), typeof file === 'string' ? file : JSON.stringify(file));
  return { folder, read: await readSettings({ env: { OASC_DATA: folder, ...env } }) };
}

test('where nobody says anything, everything runs on this machine, and mails are caught', async () => {
  const { folder, read } = await settingsWith({});
  expect(read).toEqual({
    ok: true,
    value: {
      dataFolder: folder,
      address: null,
      host: '127.0.0.1',
      port: 4700,
      databaseUrl: null,
      documents: join(folder, 'documents'),
      mail: 'catch',
      dkim: null,
      seal: nothingSet,
      networkFile: join(projectFolder(), 'network.json'),
      temporalCli: null,
      startsServer: true,
      temporal: {},
      logLevel: 'info',
      metricsPort: null,
      fault: null,
      clockFile: null,
      given: [{ name: 'OASC_DATA', value: folder, origin: 'environment', secret: false, temporals: false }],
    },
  });
  expect(read.ok && addressOf(read.value)).toBe('http://127.0.0.1:4700');
});

test('the environment wins over the file, and paths in the file start at the data folder', async () => {
  const { folder, read } = await settingsWith(
    { PORT: '4800', ADDRESS: 'https://join.towns.example/', INIT_CWD: '/srv', OASC_NETWORK: 'towns.json', HOST: '' },
    {
      PORT: 4900,
      HOST: '0.0.0.0',
      OASC_DOCUMENTS: 'papers',
      TEMPORAL_ADDRESS: 'temporal.towns.example:7233',
      OASC_DKIM_DOMAIN: 'towns.example',
      OASC_DKIM_SELECTOR: 'join',
      OASC_DKIM_KEY: 'dkim.pem',
    },
  );
  expect(read.ok && read.value).toMatchObject({
    port: 4800,
    host: '0.0.0.0',
    address: 'https://join.towns.example',
    networkFile: '/srv/towns.json',
    documents: join(folder, 'papers'),
    startsServer: false,
    temporal: { TEMPORAL_ADDRESS: 'temporal.towns.example:7233' },
    dkim: { domain: 'towns.example', selector: 'join', key: join(folder, 'dkim.pem') },
  });
});

test('whatever is unknown or wrong is refused by its name, all of it at once, with what would be right', async () => {
  const { folder, read } = await settingsWith(
    { OASC_PROT: '4700', DATABASE_URL: 'mysql://localhost/oasc', OASC_CLOCK: '/tmp/clock', ADDRESS: 'join.example' },
    { PORT: 99999, OASC_MAIL: 'sendmail', COLOUR: 'red', OASC_DATA: '/elsewhere' },
  );
  const file = join(folder, 'oasc.json');
  const unknown = 'is not a known setting: check its spelling, or take it out';
  expect(read).toEqual({
    ok: false,
    problems: [
      { file, path: 'PORT', message: 'is not a port: write a number from 0 (any that is free) to 65535' },
      {
        file,
        path: 'OASC_MAIL',
        message: 'is neither catch nor a mail server such as smtps://user:password@mail.example.org',
      },
      { file, path: 'COLOUR', message: unknown },
      {
        file,
        path: 'OASC_DATA',
        message: 'cannot stand in this file, which lies in the data folder itself: set it in the environment',
      },
      { file: 'the environment', path: 'OASC_PROT', message: unknown },
      {
        file: 'the environment',
        path: 'DATABASE_URL',
        message: 'is not a PostgreSQL address such as postgres://user:password@host:5432/oasc',
      },
      { file: 'the environment', path: 'OASC_CLOCK', message: 'is for tests alone: take it out' },
      { file: 'the environment', path: 'ADDRESS', message: 'is not an address such as https://join.example.org' },
    ],
  });
});

test('a clock and faults can be set in tests alone', async () => {
  const { read } = await settingsWith({ NODE_ENV: 'test', OASC_CLOCK: '/tmp/clock', OASC_FAULT: '/tmp/fault' });
  expect(read.ok && [read.value.clockFile, read.value.fault]).toEqual(['/tmp/clock', '/tmp/fault']);
});

test('a file that is no JSON, holds a list, or half a signing key is told by what is missing', async () => {
  const problems = async (file: object | string) => {
    const { read } = await settingsWith({}, file);
    return read.ok ? [] : read.problems.map(({ path, message }) => `${path} ${message}`.trim());
  };
  const notAnObject = 'is not an object in JSON: write it as { "PORT": 4700 }';
  expect(await problems('PORT=4700')).toEqual([notAnObject]);
  expect(await problems([])).toEqual([notAnObject]);
  expect(await problems({ PORT: { number: 1 } })).toEqual(['PORT is of the wrong kind: it must be a text or a number']);
  expect(await problems({ OASC_DKIM_DOMAIN: 'towns.example' })).toEqual([
    'OASC_DKIM_SELECTOR is missing: to sign mails, domain, selector and key are all needed',
    'OASC_DKIM_KEY is missing: to sign mails, domain, selector and key are all needed',
  ]);
});

test('a network’s file that is not there, or is no JSON, is told with what to correct', async () => {
  const folder = await dataFolder();
  const file = join(folder, 'network.json');
  await expect(readNetwork(file)).rejects.toThrow(
    `The network's file cannot be read (ENOENT): correct OASC_NETWORK, which says ${file}.`,
  );
  await writeFile(file, '{');
  await expect(readNetwork(file)).rejects.toThrow(`${file} is not JSON: check quotation marks, commas and brackets.`);
});
