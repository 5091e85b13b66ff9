import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Finding } from '../../cli/doctor/finding.ts';
import { startDevServer } from '../../worker/dev-server.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
import { behindTheBack, dataFolder, recordsIn } from '../support/data-folders.ts';
import { openService, runOasc } from '../support/service.ts';

type Looked = { code: number | null; findings: Map<string, Finding> };

async function look(folder: string, env: NodeJS.ProcessEnv = {}): Promise<Looked> {
  const { code, stdout } = await runOasc(['doctor', '--json'], folder, env);
  const { findings } = JSON.parse(stdout) as { findings: Finding[] };
  return { code, findings: new Map(findings.map((finding) => [finding.id, finding])) };
}

test('before the first start nothing is broken, nothing is made, and each line says what comes next', async () => {
  const folder = join(await dataFolder(), 'data');
  const { code, findings } = await look(folder);
  expect([code, existsSync(folder)]).toEqual([0, false]);
  expect([...findings.values()].map(({ id, state }) => `${id} ${state}`)).toEqual([
    'node ok',
    'settings ok',
    'network ok',
    'folder attention',
    'disk ok',
    'service attention',
    'cli ok',
    'server ok',
    'database attention',
    'documents ok',
    'uploads ok',
    'clock ok',
    'key attention',
    'mail attention',
    'seal attention',
    'timestamp attention',
  ]);
  const { stdout } = await runOasc(['doctor'], folder);
  expect(stdout).toContain('→ The first npm start makes it; or set OASC_DATA.\n');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('Nothing is broken, 7 things want attention.');
});

test('while it runs, every part answers, and the search attributes are registered', async () => {
  const folder = join(await dataFolder(), 'data');
  const service = await openService(folder);
  const { code, findings } = await look(folder);
  const { address, startedAt, temporal } = service.running;
  expect(code).toBe(0);
  expect(findings.get('service')?.what).toBe(`open at ${address} since ${startedAt}: server, worker, web, mail`);
  expect(findings.get('server')?.what).toMatch(`Temporal at ${temporal.address}, namespace default, answers in`);
  expect(findings.get('search attributes')).toEqual({
    id: 'search attributes',
    state: 'ok',
    what: 'OascStage, OascCountry, OascWaitingOn, OascDue',
    todo: null,
  });
  expect(findings.get('audit')?.what).toBe('1 entries, each joined to the one before');
  expect([findings.get('key')?.state, findings.get('database')?.state]).toEqual(['ok', 'ok']);
}, 60_000);

test('what is broken is named, with what to do, and ends in exit code 1', async () => {
  const folder = await dataFolder();
  await recordsIn(folder);
  await behindTheBack(folder, "insert into kysely_migration values ('999-from-the-future', '2031-01-01T00:00:00Z')");
  await chmod(folder, 0o755);
  const documents = join(folder, 'documents', 'ab', 'cd');
  await mkdir(documents, { recursive: true });
  await writeFile(join(documents, `abcd${'0'.repeat(60)}`), 'not these bytes');
  const key = join(folder, 'dkim.pem');
  await writeFile(key, 'no key');
  const { code, findings } = await look(folder, {
    OASC_MAIL: 'smtp://127.0.0.1:9',
    OASC_DKIM_DOMAIN: 'towns.example',
    OASC_DKIM_SELECTOR: 'join',
    OASC_DKIM_KEY: key,
    OASC_TEMPORAL_CLI: join(folder, 'nothing'),
    TEMPORAL_ADDRESS: '',
    PORT: '1',
    HOST: '203.0.113.7',
  });
  const said = (id: string) => `${findings.get(id)?.state}: ${findings.get(id)?.what}`;
  expect(code).toBe(1);
  expect(said('database')).toMatch(/^broken: SQLite [\d.]+: a newer version of oasc has written here$/);
  expect(said('documents')).toBe(`broken: Document abcd${'0'.repeat(60)} is damaged: its bytes have another hash.`);
  expect(said('folder')).toBe(`attention: ${folder} can be read by other users of this machine`);
  expect(said('key')).toBe('broken: secret.key is gone: links in mails that were sent would be dead');
  expect(said('mail')).toMatch(
    /^broken: OASC_MAIL: the mail server at 127\.0\.0\.1:9 takes no mails: nothing answers there \(.+\); start it, or correct host and port\.$/,
  );
  expect(said('dkim')).toMatch(/^broken: OASC_DKIM_DOMAIN is towns\.example, but mails come from /);
  expect(said('cli')).toMatch(/^broken: OASC_TEMPORAL_CLI is ".*nothing", which is not an executable/);
  expect(said('service')).toMatch(/^broken: HOST is 203\.0\.113\.7, which is no address of this machine\./);
  expect(findings.get('address')?.todo).toBe('Set ADDRESS to where people reach this service.');
});

test('a clock that went back behind the audit is noticed, and so is an audit that was changed', async () => {
  const folder = join(await dataFolder(), 'data');
  const service = await openService(folder);
  await service.stop();
  const clock = join(folder, '..', 'clock');
  await writeFile(clock, String(-86_400_000));
  await behindTheBack(folder, "update audit set kind = 'never' where number = 1");
  const { code, findings } = await look(folder, { OASC_CLOCK: clock });
  expect(code).toBe(1);
  expect(findings.get('clock')?.what).toMatch(/which is before the last entry of the audit \(/);
  expect(findings.get('audit')?.what).toBe('the audit does not hold: entry 1 was changed after it was written');
}, 60_000);

test('a server without our search attributes is told with the commands that add them', async () => {
  const folder = join(await dataFolder(), 'data');
  const server = await startDevServer({ cli: await findTemporalCli({ say: () => {} }) });
  try {
    const { findings } = await look(folder, { TEMPORAL_ADDRESS: server.address });
    expect(findings.get('cli')?.what).toBe('not needed: Temporal’s server is elsewhere');
    expect(findings.get('search attributes')?.what).toBe(
      'OascStage, OascCountry, OascWaitingOn, OascDue are not registered in default',
    );
    expect(findings.get('search attributes')?.todo).toContain(
      'temporal operator search-attribute create --namespace default --name OascDue --type Datetime',
    );
  } finally {
    await server.stop();
  }
  const { code, findings } = await look(folder, { TEMPORAL_ADDRESS: server.address });
  expect([code, findings.get('server')?.what]).toEqual([
    1,
    expect.stringContaining(`TEMPORAL_ADDRESS: nothing that we understand answers at ${server.address} (`),
  ]);
}, 60_000);

test('wrong settings are the first thing that is told, each by its name', async () => {
  const folder = await dataFolder();
  const { code, stdout } = await runOasc(['doctor'], folder, { OASC_PROT: '1' });
  expect([code, stdout]).toEqual([
    1,
    `ok         node      Node ${process.versions.node}\n` +
      'BROKEN     settings  OASC_PROT is not a known setting: check its spelling, or take it out (the environment)\n' +
      '                     → Correct it, then look again: the rest is looked at once the settings are right.\n' +
      '\nOne thing is broken.\n',
  ]);
});

test('every setting is shown with who said so, and no secret with it', async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, 'oasc.json'), JSON.stringify({ OASC_LOG_LEVEL: 'warn' }));
  const { code, stdout } = await runOasc(['config', 'show', '--json'], folder, {
    DATABASE_URL: 'postgres://office:hush@db.example:5432/oasc',
    TEMPORAL_API_KEY: 'hush',
    TEMPORAL_ADDRESS: 'cloud.example:7233',
  });
  const { settings } = JSON.parse(stdout) as { settings: { name: string; value: string | null; origin: string }[] };
  const of = (name: string) => settings.filter((one) => one.name === name).map(({ value, origin }) => [value, origin]);
  expect([code, stdout.includes('hush')]).toEqual([0, false]);
  expect(of('DATABASE_URL')).toEqual([['postgres://office:••••••@db.example:5432/oasc', 'environment']]);
  expect(of('TEMPORAL_API_KEY')).toEqual([['••••••', 'environment']]);
  expect(of('TEMPORAL_ADDRESS')).toEqual([['cloud.example:7233', 'environment']]);
  expect(of('OASC_LOG_LEVEL')).toEqual([['warn', 'file']]);
  expect(of('HOST')).toEqual([['127.0.0.1', 'default']]);
  expect(of('OASC_CLOCK')).toEqual([]);
});
