import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Announcement } from '../../domain/announcement/state.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { StaffMember } from '../../records/staff.ts';
import { appointStaff } from '../../service/staff.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import type { CaseFile, CaseSummary } from '../../web/staff-api/shown.ts';
import { applied, at, becomesReady } from '../support/acting.ts';
import { oascFor } from '../support/oasc.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { sampleFolder, townLike } from '../support/towns.ts';

let system: TestSystem;
let officers: [StaffMember & { token: string }, StaffMember & { token: string }];
let ada: ReturnType<typeof oascFor>;
let bram: ReturnType<typeof oascFor>;

beforeAll(async () => {
  system = await startTestSystem(undefined, { undoMinutes: 10 });
  const appoint = (name: string) =>
    appointStaff(system.door, name, ['reviewer', 'editor', 'approver', 'administrator']);
  officers = [await appoint('Ada Lindqvist'), await appoint('Bram Okafor')];
  ada = oascFor(system.address, officers[0].token);
  bram = oascFor(system.address, officers[1].token);
});
afterAll(async () => await system.stop());

const inDays = (days: number) =>
  `${new Date(Date.parse(system.now()) + days * 86_400_000).toISOString().slice(0, 16)}[UTC]`;
const stageOf = async (id: string) => (await ada.json<CaseFile>('case', 'show', id)).view.stage;

test('a case is held, asked about, noted and given to a colleague, and goes on', async () => {
  const id = await applied(system, townLike('Hartswell', 'hartswell'));
  const held = await ada.json<Onboarding>('case', 'hold', 'hartswell', '--until', inDays(20), '--reason', 'Elections.');
  expect(held.onHold?.until.zone).toBe('UTC');
  const refused = await bram.run('application', 'accept', 'hartswell', '--json');
  expect([refused.code, JSON.parse(refused.stderr).error.refusal.code]).toEqual([4, 'on-hold']);
  await bram.json('case', 'resume', 'hartswell');

  await ada.json('case', 'note', 'hartswell', 'They called: the vote is on Monday.');
  await ada.json('case', 'ask', 'hartswell', 'Which council has decided?', '--id', 'question-1');
  await ada.json('case', 'ask', 'hartswell', 'Which council has decided?', '--id', 'question-1');
  await ada.json('case', 'assign', 'hartswell', '--to', 'bram');
  const { summary, notes, questions } = await ada.json<CaseFile>('case', 'show', id);
  expect([notes.map(({ text }) => text), questions.map(({ text, open }) => [text, open]), summary.assignee]).toEqual([
    ['They called: the vote is on Monday.'],
    [['Which council has decided?', true]],
    officers[1].id,
  ]);
  const mine = await bram.json<CaseSummary[]>('case', 'list', '--view', 'mine');
  expect(mine.map((one) => one.id)).toEqual([id]);
  await ada.json('case', 'assign', 'hartswell', '--to-nobody');
  expect(await bram.json<CaseSummary[]>('case', 'list', '--view', 'mine')).toEqual([]);
  await ada.json('case', 'withdraw', 'hartswell', '--reason', 'The new council decided against it.');
  expect(await stageOf(id)).toMatchObject({ stage: 'withdrawn' });
}, 60_000);

test('a decision is prepared, taken back, prepared otherwise and told later; who steps aside decides no more', async () => {
  const id = await applied(system, townLike('Mossford', 'mossford'));
  const accepted = await ada.run('application', 'accept', 'mossford', '--tell', 'when-released');
  expect(accepted.stdout).toBe(
    'Done. Mossford (tr-mossford.1): review; accept is decided and not told yet: it is told when somebody says so.\n',
  );
  await bram.json('application', 'take-back', 'mossford', '--reason', 'One paper is missing.');
  const reason = ['--reason', 'Please send the decision of the council.'];
  const prepared = await ada.json<Onboarding>('application', 'return', 'mossford', ...reason, '--tell', inDays(2));
  expect(prepared.pending?.decision.kind).toBe('return');
  await system.skip(3 * 86_400_000);
  expect(await stageOf(id)).toMatchObject({ stage: 'review', waitsFor: 'city' });

  const other = await applied(system, townLike('Netherby', 'netherby'));
  await ada.json('application', 'opinion', 'netherby', '--verdict', 'for', '--reason', 'A clear mandate.');
  await ada.json('application', 'recuse', 'netherby', '--reason', 'I worked there.');
  const refused = await ada.run('application', 'reject', 'netherby', '--reason', 'No.', '--json');
  expect([refused.code, JSON.parse(refused.stderr).error.refusal.code]).toEqual([4, 'recused']);
  await bram.json('application', 'accept', other, '--tell', 'now');
}, 60_000);

test('what may be the same city is kept apart or merged by a person', async () => {
  const town = townLike('Oldhaven', 'oldhaven');
  const [first, second, third] = [
    await applied(system, town),
    await applied(system, town),
    await applied(system, town),
  ];
  const refused = await ada.run('application', 'accept', first, '--json');
  expect([refused.code, JSON.parse(refused.stderr).error.refusal.code]).toEqual([4, 'duplicate-open']);
  const merge = ['case', 'merge', second, '--into', first, '--reason', 'Sent twice.', '--id', 'merge-0001'];
  await ada.json(...merge);
  await ada.json(...merge);
  await ada.json('case', 'keep-apart', third, '--other', first, '--reason', 'The district, not the town.');
  const { duplicates } = await ada.json<CaseFile>('case', 'show', first);
  expect(duplicates.map(({ case: id, state }) => [id, state])).toEqual([
    [third, 'kept-apart'],
    [second, 'merged'],
  ]);
  expect((await ada.run('case', 'show', first)).stdout).toContain('May be the same city\n');
  await ada.json('application', 'accept', first, '--tell', 'when-released');
  const waiting = await ada.json<{ id: string; goesAt: string | null }[]>('outbox', 'list');
  expect(waiting.filter(({ id }) => id === first).map(({ goesAt }) => goesAt)).toEqual([null]);
  expect((await ada.run('outbox', 'list')).stdout).toContain('when released');
}, 60_000);

test('a letter is given more time, issued anew, taken back and issued again', async () => {
  const id = await applied(system, townLike('Inverlow', 'inverlow'));
  await ada.json('application', 'accept', 'inverlow');
  await ada.json('application', 'tell', 'inverlow');
  await at(system, id, 'letter', 'sign');
  const until = inDays(60);
  const extended = await ada.json<Onboarding>(
    'letter',
    'extend',
    'inverlow',
    '--until',
    until,
    '--reason',
    'Holidays.',
  );
  expect(extended.due?.at.slice(0, 16)).toBe(until.slice(0, 16));
  await ada.json('letter', 'reissue', 'inverlow', '--reason', 'A title was wrong.');
  await at(system, id, 'letter', 'sign');
  await ada.json('letter', 'void', 'inverlow', '--reason', 'Sent too early.');
  await at(system, id, 'letter', 'void');
  await ada.json('letter', 'issue', 'inverlow');
  await at(system, id, 'letter', 'sign');
  const { issued } = await ada.json<{ issued: { sha256: string } }>('letter', 'show', 'inverlow');
  expect(issued.sha256).toMatch(/^[0-9a-f]{64}$/);

  const scan = join(sampleFolder, 'cities/lakowiec/signed-letter.pdf');
  const upload = ['letter', 'upload', 'inverlow', scan, '--evidence', 'paper', '--id', 'upload-0001'];
  await ada.json(...upload);
  await ada.json(...upload);
  await at(system, id, 'letter', 'verify');
  const own = await ada.run('letter', 'verify', 'inverlow', '--json');
  expect([own.code, JSON.parse(own.stderr).error.refusal.rule]).toEqual([4, 'verifier-uploaded']);
  await bram.json('letter', 'verify', 'inverlow');
  await ada.json('letter', 'countersign', 'inverlow');
  expect((await at(system, id, 'statement', 'draft')).acts.filter(({ kind }) => kind === 'upload').length).toBe(1);
}, 60_000);

test('an announcement gathers its cities, and a person decides what becomes of one that is late', async () => {
  const [ready, late] = [townLike('Kilderry', 'kilderry'), townLike('Lostwick', 'lostwick')];
  await becomesReady(system, ready, officers);
  const lateCase = await applied(system, late);
  const file = join(system.dataFolder, 'gathering.json');
  await writeFile(file, JSON.stringify({ cities: ['tr-kilderry', 'tr-lostwick'], author: { name: 'Ada Lindqvist' } }));
  const create = ['announcement', 'create', file, '--gather-until', inDays(3)];
  const { announcement } = await ada.json<Announcement>(...create);
  await system.skip(4 * 86_400_000);
  const { late: question, cities } = await ada.json<AnnouncementFile>('announcement', 'show', announcement);
  expect([cities.map(({ city, ready: is }) => [city, is]), question?.options.map(({ kind }) => kind)]).toEqual([
    [
      ['tr-kilderry', true],
      ['tr-lostwick', false],
    ],
    ['wait-until', 'go-without', 'split'],
  ]);
  const reason = ['--reason', 'They need another month.'];
  await ada.json('announcement', 'wait-until', announcement, '--until', inDays(5), ...reason);
  const { cases, stage } = await ada.json<Announcement>(
    'announcement',
    'go-without',
    announcement,
    '--city',
    'tr-lostwick',
    ...reason,
  );
  expect([cases, stage.step]).toEqual([['tr-kilderry.1'], 'recompose']);
  expect((await stageOf(lateCase)).stage).toBe('review');
}, 120_000);

test('an announcement is previewed, approved, taken back, put off, lifted and published by hand', async () => {
  await becomesReady(system, townLike('Juniperton', 'juniperton'), officers);
  const folder = join(system.dataFolder, 'wave');
  await mkdir(folder);
  const plan = { cities: ['tr-juniperton'], author: { name: 'Ada Lindqvist' } };
  await writeFile(join(folder, 'announcement.json'), JSON.stringify(plan));
  const { announcement } = await ada.json<Announcement>('announcement', 'create', folder);
  await writeFile(join(folder, 'announcement.json'), JSON.stringify({ ...plan, title: 'Juniperton is in' }));
  await ada.json('announcement', 'edit', 'juniperton', folder);
  const { html } = await ada.json<{ html: string }>('announcement', 'preview', announcement);
  expect(html).toContain('Juniperton is in');

  const stepAfter = async (who: typeof ada, ...words: string[]) =>
    (await who.json<Announcement>('announcement', ...words)).stage.step;
  expect(await stepAfter(bram, 'approve', announcement.slice(0, 8))).toBe('approved');
  expect(await stepAfter(bram, 'undo', announcement)).toBe('draft');
  expect(await stepAfter(ada, 'schedule', announcement, '--at', inDays(5))).toBe('draft');
  expect(await stepAfter(bram, 'approve', announcement)).toBe('approved');
  await bram.json('announcement', 'lift', announcement);
  await system.skip(11 * 60_000);
  await at(system, 'tr-juniperton.1', 'announced');
  const list = await ada.json<{ id: string; step: string }[]>('announcement', 'list');
  expect(list.find(({ id }) => id === announcement)?.step).toBe('published');

  await writeFile(join(folder, 'announcement.json'), JSON.stringify({ ...plan, title: 'Juniperton is in at last' }));
  const reason = ['--reason', 'The title was too short.'];
  const corrected = await ada.json<Announcement>('announcement', 'correct', announcement, folder, ...reason);
  expect([corrected.edition, corrected.stage.step]).toEqual([2, 'draft']);
  await ada.json('announcement', 'drop', announcement, '--reason', 'The title is fine as it is.');
  const retracted = await ada.json<Announcement>(
    'announcement',
    'retract',
    announcement,
    '--reason',
    'It came too early.',
  );
  expect([retracted.edition, retracted.amends?.kind]).toEqual([3, 'retraction']);
}, 120_000);
