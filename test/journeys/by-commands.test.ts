import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { within } from '../../cli/demo/inbox.ts';
import type { Announcement } from '../../domain/announcement/state.ts';
import { sha256 as sha256Of } from '../../domain/canonical.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { quotesOf } from '../../domain/statement.ts';
import type { Role } from '../../records/staff.ts';
import { appointStaff } from '../../service/staff.ts';
import { at, givesWords, signed } from '../support/acting.ts';
import { oascFor, runOasc } from '../support/oasc.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';
import { unzipped } from '../support/unzipped.ts';

let system: TestSystem;
let ada: ReturnType<typeof oascFor>;
let bram: ReturnType<typeof oascFor>;
const town = townLike('Hollowmere', 'hollowmere');
const id = 'tr-hollowmere.1';

beforeAll(async () => {
  system = await startTestSystem();
  const roles: Role[] = ['reviewer', 'editor', 'approver', 'administrator'];
  const tokenOf = async (name: string) => (await appointStaff(system.door, name, roles)).token;
  ada = oascFor(system.address, await tokenOf('Ada Lindqvist'));
  bram = oascFor(system.address, await tokenOf('Bram Okafor'));
});
afterAll(async () => await system.stop());

/** A file in the system's own folder, so that it goes with it. */
async function fileWith(name: string, content: unknown): Promise<string> {
  const folder = join(system.dataFolder, 'typed');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
}

test('two people carry a town from a letter in the post to a published article by commands alone', async () => {
  const file = await fileWith('application.json', town.application);
  const submit = ['application', 'submit', file, '--evidence', 'paper', '--id', 'form-0001'];
  const made = await ada.json<{ case: string; reference: string }>(...submit);
  expect([made.case, await ada.json(...submit)]).toEqual([id, { act: 'form-0001', ...made }]);

  const own = await ada.run('application', 'accept', 'hollowmere', '--json');
  expect([own.code, JSON.parse(own.stderr).error.refusal.rule]).toEqual([4, 'accepter-applied']);
  const accept = ['application', 'accept', 'hollowmere', '--id', 'act-accept-1'];
  const accepted = await bram.json<Onboarding>(...accept);
  expect(accepted.stage).toMatchObject({ stage: 'letter' });
  await at(system, id, 'letter', 'sign');
  const again = await bram.json<Onboarding>(...accept);
  expect(again.acts.filter(({ kind }) => kind === 'accept').length).toBe(1);

  await signed(system, town);
  await at(system, id, 'letter', 'verify');
  expect((await ada.run('letter', 'verify', 'hollowmere')).stdout).toMatch(
    /^Done\. Hollowmere \(tr-hollowmere\.1\): letter, countersign; waits for the staff/,
  );
  const twice = await ada.run('letter', 'countersign', 'hollowmere');
  expect([twice.code, twice.stderr]).toEqual([
    4,
    'You cannot countersign this letter, because you verified it yourself. Another approver countersigns it. You can ask Bram Okafor.\n',
  ]);
  await bram.json('letter', 'countersign', 'hollowmere');
  await at(system, id, 'statement', 'draft');
  const pdf = join(system.dataFolder, 'final.pdf');
  const letter = await ada.json<{ finalSha256: string; saved: { sha256: string } }>(
    'letter',
    'show',
    id,
    '--file',
    pdf,
  );
  expect([(await readFile(pdf)).subarray(0, 4).toString(), letter.saved.sha256]).toEqual(['%PDF', letter.finalSha256]);

  await givesWords(system, town);
  await at(system, id, 'statement', 'approve');
  await ada.json('statement', 'approve', 'hollowmere');
  await at(system, id, 'announcement');

  const plan = await fileWith('announcement.json', { cities: ['tr-hollowmere'], author: { name: 'Ada Lindqvist' } });
  const composed = await ada.json<Announcement>('announcement', 'create', plan);
  expect((await ada.run('announcement', 'approve', 'hollowmere')).code).toBe(4);
  await bram.json('announcement', 'approve', 'hollowmere');
  const published = await within('the article to be public', async () => {
    const { view } = await ada.json<{ view: Announcement }>('announcement', 'show', composed.announcement);
    return view.stage.step === 'published' ? view : null;
  });
  expect(published.cases).toEqual([id]);
  await at(system, id, 'announced');

  const checked = await runOasc(['letter', 'check', pdf, '--json'], { env: { OASC_URL: system.address } });
  const { verdict, letter: found } = JSON.parse(checked.stdout) as { verdict: string; letter: { sealed: unknown } };
  expect([checked.code, verdict, found]).toEqual([
    0,
    'ours',
    {
      as: 'sealed',
      city: 'tr-hollowmere',
      name: 'Hollowmere',
      version: expect.any(String),
      issuedAt: expect.any(String),
      sealed: {
        at: expect.any(String),
        memberSince: system.now().slice(0, 10),
        signed: [{ signing: expect.any(String), level: expect.any(Object) }],
        seal: { claimed: 'B-B', verified: 'B-B', authority: 'test' },
      },
    },
  ]);
  const cut = await fileWith('cut.pdf', 'not a letter');
  const strange = await runOasc(['letter', 'check', cut], { env: { OASC_URL: system.address } });
  expect([strange.code, strange.stdout.split('\n')[0]]).toEqual([3, '? cut.pdf: We could not look at this file']);
  const words = await fileWith('statement.json', town.statement);
  const quote = await fileWith('quote.txt', quotesOf(town.statement.section.blocks)[0]?.text ?? '');
  const other = await fileWith('other.txt', 'I never said this.');
  const checks = [words, quote, other].map((one) => ['statement', 'check', one, '--json']);
  const answers = await Promise.all(checks.map((one) => runOasc(one, { env: { OASC_URL: system.address } })));
  expect(answers.map(({ code, stdout }) => [code, JSON.parse(stdout).found[0]?.what])).toEqual([
    [0, 'the statement as the mayor confirmed it and the network approved it'],
    [0, 'a quote in a published article'],
    [5, undefined],
  ]);
  expect((await ada.json<{ verified: boolean }>('audit', 'verify', '--data', system.dataFolder)).verified).toBe(true);
}, 120_000);

test('a case is exported with its papers, documents, audit and mails, and nothing in it lets anybody in', async () => {
  const file = join(system.dataFolder, 'case.zip');
  const { sha256 } = await ada.json<{ sha256: string }>('case', 'export', 'hollowmere', '--file', file);
  const archive = await readFile(file);
  expect(sha256Of(archive)).toBe(sha256);
  const files = unzipped(archive);
  const listed = JSON.parse(files.get(`${id}/files.json`)?.toString() ?? '{}') as {
    files: { path: string; sha256: string }[];
  };
  expect(listed.files.map(({ path, sha256: hash }) => [`${id}/${path}`, hash])).toEqual(
    [...files].slice(0, -1).map(([path, bytes]) => [path, sha256Of(bytes)]),
  );
  const kinds = listed.files.map(({ path }) => path.replace(/[0-9a-f]{64}/, 'hash').replace(/\d{3}-/, ''));
  for (const kind of [
    'case.json',
    'papers/application.json',
    'papers/statement.json',
    'documents/hash.pdf',
    'audit.json',
  ])
    expect(kinds).toContain(kind);
  const mails = [...files].filter(([path]) => path.includes('/mails/')).map(([, bytes]) => bytes.toString());
  expect([mails.length > 5, mails.some((said) => /\/join\/[\w-]{30,}/.test(said))]).toEqual([true, false]);
  expect((await ada.json<{ kind: string }[]>('audit', 'show', '--about', id)).at(-1)?.kind).toBe('exported');
});

test('a member from before is in the public directory as soon as it is imported, and cannot be accepted again', async () => {
  const before = townLike('Stonewick', 'stonewick').application.authority;
  const rows = `key,name,legalName,kind,country,website,memberSince\n1,Stonewick,Town of Stonewick,municipality,TR,https://stonewick.example,2018-06-01\n`;
  expect((await ada.json<{ imported: number }>('member', 'import', await fileWith('members.csv', rows))).imported).toBe(
    1,
  );
  const directory = await (await fetch(`${system.address}/members/`)).text();
  expect([directory.includes('Stonewick'), directory.includes('Hollowmere')]).toEqual([true, true]);
  expect((await ada.json<{ city: string }[]>('member', 'list')).map(({ city }) => city)).toEqual([
    'tr-hollowmere',
    'tr-stonewick',
  ]);
  const again = { ...town.application, authority: before };
  await ada.json('application', 'submit', await fileWith('application.json', again), '--evidence', 'mail');
  const { code, stderr } = await bram.run('application', 'accept', 'stonewick', '--json');
  expect([code, JSON.parse(stderr).error.refusal.code]).toEqual([4, 'another-accepted']);
}, 60_000);

test('a decision that closed a case is answered again with its first answer', async () => {
  const other = townLike('Brackwater', 'brackwater');
  await ada.json('application', 'submit', await fileWith('application.json', other.application), '--evidence', 'mail');
  const reject = ['application', 'reject', 'brackwater', '--reason', 'No council has decided.', '--id', 'act-reject-1'];
  const first = await bram.json<Onboarding>(...reject);
  await at(system, 'tr-brackwater.1', 'rejected');
  const second = await bram.json<Onboarding>(...reject);
  expect([first.stage, second.stage]).toEqual([{ stage: 'rejected' }, { stage: 'rejected' }]);
  expect((await bram.run('application', 'accept', 'tr-brackwater.1')).code).toBe(4);
}, 60_000);
