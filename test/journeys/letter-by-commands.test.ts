import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { appointStaff } from '../../service/staff.ts';
import { applied, at, visit } from '../support/acting.ts';
import { runOasc } from '../support/oasc.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { sampleFolder, townLike } from '../support/towns.ts';

let system: TestSystem;
const tokens = new Map<string, string>();
const scan = join(sampleFolder, 'cities/lakowiec/signed-letter.pdf');

beforeAll(async () => {
  system = await startTestSystem();
  for (const name of ['Ada', 'Bram'])
    tokens.set(name, (await appointStaff(system.door, name, ['reviewer', 'editor', 'approver'])).token);
});
afterAll(async () => await system.stop());

async function run(name: string, ...words: string[]) {
  return await runOasc(words, { env: { OASC_URL: system.address, OASC_TOKEN: tokens.get(name) ?? '' } });
}

async function view(name: string, ...words: string[]): Promise<Onboarding> {
  const { code, stdout, stderr } = await run(name, ...words, '--json');
  if (code !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as Onboarding;
}

async function toSign(name: string, slug: string): Promise<string> {
  const id = await applied(system, townLike(name, slug));
  await view('Ada', 'application', 'accept', slug, '--tell', 'now');
  await at(system, id, 'letter', 'sign');
  return id;
}

test('what a city says by telephone and on paper is done for it by commands, marked, and counted as the work of whoever does it', async () => {
  const id = await toSign('Marienau', 'marienau');
  await view('Ada', 'letter', 'language', 'marienau', 'tr', '--evidence', 'call');
  expect((await at(system, id, 'letter', 'sign')).stage).toMatchObject({ language: 'tr' });
  const mandate = ['--kind', 'council-decision', '--decided-on', '2020-02-24', '--effective-on', '2020-02-26'];
  await view(
    'Ada',
    'letter',
    'mandate',
    'marienau',
    ...mandate,
    '--reference',
    '2020/7',
    '--decision',
    scan,
    '--evidence',
    'paper',
  );
  const deputy = [
    '--name',
    'Lia Monteverde',
    '--title',
    'Deputy Mayor',
    '--email',
    'deputy@marienau.example',
    '--why',
    'delegate',
  ];
  const named = await view('Ada', 'letter', 'hand-over', 'marienau', ...deputy, '--proof', scan, '--evidence', 'mail');
  expect(named.acts.slice(-1)).toMatchObject([{ kind: 'name-signatory', why: 'delegate', evidence: 'mail' }]);
  expect((await visit(system, 'deputy@marienau.example', 'letter')).person.name).toEqual('Lia Monteverde');
  const again = await run('Bram', 'letter', 'resend', 'marienau', '--signatory', 'monteverde', '--json');
  expect([again.code, (JSON.parse(again.stdout) as Onboarding).acts.some(({ kind }) => kind === 'resend')]).toEqual([
    0,
    true,
  ]);
  const shown = await run('Ada', 'letter', 'show', 'marienau');
  expect(shown.stdout).toMatch(/Signatory +Lia Monteverde: not signed yet; mail .*: delivered; (not opened|opened)/);
  const nobody = await run('Ada', 'letter', 'resend', 'marienau', '--signatory', 'Nobody');
  expect([nobody.code, nobody.stderr]).toEqual([5, 'Nobody who signs has that name: Lia Monteverde.\n']);
}, 90_000);

test('two sign in the order that a file says; what is flagged is decided by somebody else, with a reason, before it counts', async () => {
  const id = await toSign('Altenried', 'altenried');
  const city = await at(system, id, 'letter', 'sign');
  const mayor = city.stage.stage === 'letter' ? (city.stage.signatories[0]?.person ?? '') : '';
  const chair = {
    name: 'Ewa Sosna',
    title: 'Chair of the Council',
    capacity: 'delegate',
    email: 'chair@altenried.example',
    order: 2,
  };
  const file = join(system.dataFolder, 'signatories.json');
  await writeFile(file, JSON.stringify({ signatories: [{ person: mayor, order: 1 }, chair] }));
  await view('Ada', 'letter', 'signatories', 'altenried', file, '--evidence', 'paper');
  expect((await run('Ada', 'letter', 'show', 'altenried')).stdout).toContain(
    'Ewa Sosna: asked once those before have signed',
  );
  await view('Ada', 'letter', 'upload', 'altenried', scan, '--evidence', 'paper');
  await view('Ada', 'letter', 'upload', 'altenried', scan, '--evidence', 'paper');
  const signed = await at(system, id, 'letter', 'verify');
  const flags =
    signed.stage.stage === 'letter'
      ? signed.stage.signatories.flatMap(({ signature }) => signature?.flags.map(({ kind }) => kind) ?? [])
      : [];
  expect(flags).toContain('proof');
  expect((await run('Ada', 'letter', 'show', 'altenried')).stdout).toContain('! to be decided:');
  const early = await run('Bram', 'letter', 'verify', 'altenried', '--json');
  expect([early.code, JSON.parse(early.stderr).error.refusal.code]).toEqual([4, 'flags-open']);
  const own = await run(
    'Ada',
    'letter',
    'settle',
    'altenried',
    '--flag',
    flags[0] ?? '',
    '--reason',
    'I know her.',
    '--json',
  );
  expect(own.code).toBe(4);
  for (const flag of flags)
    await view('Bram', 'letter', 'settle', 'altenried', '--flag', flag, '--reason', 'The gazette says so.');
  await view('Bram', 'letter', 'verify', 'altenried');
  await view('Ada', 'letter', 'countersign', 'altenried');
  await at(system, id, 'statement');
  const sealed = (await run('Ada', 'letter', 'show', 'altenried')).stdout;
  expect(sealed).toContain('Seal');
  expect(sealed).toContain('a TEST that proves nothing');
}, 90_000);
