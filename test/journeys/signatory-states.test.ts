import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import type { SignatoryState } from '../../service/letter/signatory-states.ts';
import { showOnboarding } from '../../service/questions.ts';
import { appointStaff } from '../../service/staff.ts';
import { applied, at, decide, signed, staffMember, taken, visit } from '../support/acting.ts';
import { reportOf } from '../support/delivery-reports.ts';
import { runOasc } from '../support/oasc.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let folder: string;
let ada: StaffMember;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oasc-reports-'));
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada');
  const { token } = await appointStaff(system.door, 'Chiara', ['reviewer']);
  env = { OASC_URL: system.address, OASC_TOKEN: token };
});
afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

test('staff see of each signatory whether the mail arrived, came back, was opened, and what was signed', async () => {
  const town = townLike('Erlenbach', 'erlenbach');
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  const visitor = await visit(system, town.mayor, 'letter');
  const state = async (): Promise<SignatoryState | undefined> =>
    (await showOnboarding(system.door, id))?.signatories[0];
  const sent = await state();
  expect(sent).toMatchObject({ name: town.mayorName, state: 'asked', opened: null, signature: null });
  expect([sent?.mail?.kind, sent?.mail?.state]).toEqual(['letter-to-sign', 'done']);

  const mail = sent?.mail?.id ?? '';
  const bounce = ['mail', 'bounce', mail, '--reason', 'The mailbox is full.', '--id', randomUUID(), '--json'];
  expect((await runOasc(bounce, { env })).code).toBe(0);
  expect((await runOasc(bounce, { env })).code).toBe(0);
  expect((await state())?.mail?.state).toEqual('bounced');
  expect((await runOasc(['letter', 'show', 'erlenbach'], { env })).stdout).toContain('came back; not opened');
  const file = await showOnboarding(system.door, id);
  expect(file?.notes.map(({ text }) => text)).toEqual(['The mailbox is full.']);
  expect((await runOasc(['audit', 'show', '--about', id, '--json'], { env })).stdout).not.toContain('mailbox');

  const page = `${system.address}/join/${visitor.token}`;
  expect((await fetch(page, { method: 'HEAD' })).status).toBe(200);
  expect((await fetch(page, { headers: { 'sec-purpose': 'prefetch;prerender' } })).status).toBe(200);
  expect((await state())?.opened).toEqual(null);
  expect((await fetch(page)).status).toBe(200);
  const opened = (await state())?.opened;
  expect(opened).toEqual(expect.stringMatching(/^\d{4}-/));
  await fetch(`${system.address}/join/${visitor.token}`);
  expect((await state())?.opened).toEqual(opened);

  await signed(system, town);
  await at(system, id, 'letter', 'verify');
  expect(await state()).toMatchObject({ state: 'signed', opened, signature: { signing: 'electronic' } });
});

test('the report of a mail server says by itself whose mail came back; a delay is none, and a stranger’s is named', async () => {
  const town = townLike('Ulmenau', 'ulmenau');
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  const mail = async () => (await showOnboarding(system.door, id))?.signatories[0]?.mail;
  for (let tries = 0; (await mail())?.state !== 'done' && tries < 100; tries += 1) await setTimeout(50);
  const named = (await mail())?.id ?? '';
  const report = async (text: string) => {
    const file = join(folder, 'report.eml');
    await writeFile(file, text);
    const { code, stdout, stderr } = await runOasc(['mail', 'report', file, '--json'], { env });
    return code === 0 ? (JSON.parse(stdout) as { mail: string }).mail : JSON.parse(stderr).error.problems[0].message;
  };
  expect([await report(reportOf(named, { action: 'delayed', status: '4.2.2' })), (await mail())?.state]).toEqual([
    'says that the mail is only delayed: the server goes on trying',
    'done',
  ]);
  expect(await report(reportOf('tr-nowhere.1/mail/1'))).toBe(
    'names no mail of ours by its Message-ID: note it by hand, oasc mail bounce',
  );
  expect([await report(reportOf(named)), (await mail())?.state]).toEqual([named, 'bounced']);
});

test('a mail that was never accepted cannot have come back', async () => {
  const answer = await runOasc(['mail', 'bounce', 'no-such-mail', '--reason', 'x', '--json'], { env });
  expect(answer.code).toBe(5);
});
