import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditEntries, verifyAudit } from '../../../records/audit.ts';
import { appointStaff } from '../../../service/staff.ts';
import { acts, by, camliova, places, play } from '../../support/city-in-play.ts';
import { json, type Office, openOffice, said, writeDown } from './office.ts';

let office: Office;
const tokens = { alva: { authorization: '' }, bo: { authorization: '' } };
const ids = { alva: '', bo: '' };

beforeAll(async () => {
  office = await openOffice();
  for (const [who, name] of [
    ['alva', 'Alva Friis'],
    ['bo', 'Bo Tamm'],
  ] as const) {
    const { id, token } = await appointStaff(office.door, name, ['reviewer', 'approver']);
    ids[who] = id;
    tokens[who] = { authorization: `Bearer ${token}` };
  }
  await writeDown(office, { ...camliova, case: 'fi-kuusmaa.1', city: 'fi-kuusmaa', country: 'FI' });
  const verified = play(places['letter, verify'], by(ids.alva, acts.verify.decision));
  await writeDown(office, { ...verified, case: 'lv-liepene.1', city: 'lv-liepene', country: 'LV' });
});
afterAll(() => office.close());

type Who = keyof typeof tokens;
const get = async (path: string, who: Who = 'alva') =>
  await said(await office.api.request(path, { headers: tokens[who] }));
const post = async (path: string, body: unknown, who: Who = 'alva') =>
  await said(await office.api.request(path, json(tokens[who], body)));
const mine = async (who: Who) => ((await get('/cases?view=mine', who)).body as { id: string }[]).map(({ id }) => id);
const entries = async (kind: string) =>
  (await auditEntries(office.door.records.database)).filter((entry) => entry.kind === kind);

test('A note is kept as it was written, once, with who wrote it; the log knows that, not the words', async () => {
  const note = { id: 'note-0001', text: 'Kuusmaa’s register says <b>8,100</b>, not 8,400.\nAsk again in May.' };
  const first = await post('/cases/kuusmaa/notes', note);
  const second = await post('/cases/kuusmaa/notes', { ...note, text: 'Something else' }, 'bo');
  const kept = { id: 'note-0001', by: ids.alva, at: '2027-03-02T09:00:00.000Z', text: note.text };
  expect([first, second]).toEqual([
    { status: 201, body: kept },
    { status: 201, body: kept },
  ]);
  expect((await get('/cases/kuusmaa')).body).toMatchObject({ notes: [kept] });
  const logged = await entries('noted');
  expect(logged.map(({ subject, actor, detail }) => [subject, actor, detail])).toEqual([
    ['fi-kuusmaa.1', ids.alva, { paper: 'fi-kuusmaa.1/note/note-0001' }],
  ]);
  expect(JSON.stringify(logged)).not.toContain('8,100');
});

test('An empty note is refused, and so is one about no case', async () => {
  expect([
    (await post('/cases/kuusmaa/notes', { id: 'note-0002', text: ' \n' })).status,
    (await post('/cases/nowhere/notes', { id: 'note-0003', text: 'Hello' })).status,
  ]).toEqual([422, 404]);
});

test('A case is somebody’s, then somebody else’s, then nobody’s', async () => {
  const seen: unknown[] = [];
  for (const [id, to] of [
    ['give-0001', ids.alva],
    ['give-0002', ids.bo],
    // What was lost on its way comes again, and changes nothing.
    ['give-0001', ids.alva],
    ['give-0003', null],
  ]) {
    const { status, body } = await post('/cases/kuusmaa/assign', { id, to });
    seen.push([status, (body as { assignee: string | null }).assignee, await mine('alva'), await mine('bo')]);
  }
  expect(seen).toEqual([
    [200, ids.alva, ['fi-kuusmaa.1'], []],
    [200, ids.bo, [], ['fi-kuusmaa.1']],
    [200, ids.bo, [], ['fi-kuusmaa.1']],
    [200, null, [], []],
  ]);
  const { status, body } = await post('/cases/kuusmaa/assign', { id: 'give-0004', to: 'stranger' });
  expect([status, body]).toMatchObject([422, { error: { problems: [{ path: 'to' }] } }]);
});

test('While somebody is away, their deputy finds their cases; back again, they find them themselves', async () => {
  await post('/cases/kuusmaa/assign', { id: 'give-0005', to: ids.alva });
  const away = { id: 'away-0001', from: '2027-03-01', until: '2027-03-05', deputy: ids.bo };
  const answer = await post('/me/absence', away);
  expect(answer).toEqual({
    status: 200,
    body: { staff: ids.alva, deputy: ids.bo, from: '2027-02-28T22:00:00.000Z', until: '2027-03-05T22:00:00.000Z' },
  });
  expect([await mine('bo'), (await get('/me', 'bo')).body]).toMatchObject([
    ['fi-kuusmaa.1'],
    { standsInFor: [ids.alva] },
  ]);
  expect((await get('/cases/counts', 'bo')).body).toMatchObject({ views: { mine: 1 } });
  await office.api.request('/me/absence', { method: 'DELETE', headers: tokens.alva });
  expect([await mine('bo'), (await get('/me')).body]).toMatchObject([[], { absence: null }]);
});

test.each([
  ['a last day before the first', { until: '2027-02-27' }, 'until'],
  ['days that are over', { from: '2027-02-01', until: '2027-02-20' }, 'until'],
  ['a day that does not exist', { from: '2027-02-30' }, 'from'],
  ['a deputy whom nobody knows', { deputy: 'stranger' }, 'deputy'],
])('An absence with %s is refused by its field', async (_, changes, path) => {
  const away = { id: 'away-0002', from: '2027-03-01', until: '2027-03-05', deputy: ids.bo, ...changes };
  const { status, body } = await post('/me/absence', away);
  expect([status, (body as { error: { problems: { path: string }[] } }).error.problems.map((one) => one.path)]).toEqual(
    [422, [path]],
  );
});

test('Nobody stands in for themselves', async () => {
  const away = { id: 'away-0003', from: '2027-03-01', until: '2027-03-05', deputy: ids.alva };
  expect(await post('/me/absence', away)).toMatchObject({
    status: 422,
    body: { error: { problems: [{ path: 'deputy' }] } },
  });
});

test('A refusal for want of other eyes says that the other is away, and how to add somebody', async () => {
  await post('/me/absence', { id: 'away-0004', from: '2027-03-01', until: '2027-03-05', deputy: ids.alva }, 'bo');
  const countersign = { id: 'sign-0001', version: 5, decision: { kind: 'countersign' } };
  const { status, body } = await post('/cases/liepene/acts', countersign);
  expect([status, body]).toEqual([
    403,
    {
      error: {
        code: 'own-work',
        rule: 'countersigner-verified',
        who: [{ id: ids.bo, name: 'Bo Tamm', away: '2027-03-05' }],
        message:
          'You cannot countersign this letter, because you verified it yourself. Another approver countersigns it. You can ask Bo Tamm (away until 5 March 2027). If it cannot wait, an administrator adds somebody: oasc staff add.',
      },
    },
  ]);
});

test('An administrator says for somebody who is ill that they are away; others cannot', async () => {
  const { id, token } = await appointStaff(office.door, 'Edda Roos', ['administrator']);
  const away = { id: 'away-0005', from: '2027-03-02', until: '2027-03-04', deputy: ids.bo };
  const by = async (headers: { authorization: string }) =>
    await said(await office.api.request(`/staff/${ids.alva}/absence`, json(headers, away)));
  expect((await by(tokens.bo)).status).toEqual(403);
  expect(await by({ authorization: `Bearer ${token}` })).toMatchObject({
    status: 200,
    body: { staff: ids.alva, deputy: ids.bo },
  });
  expect((await entries('absent')).at(-1)).toMatchObject({ actor: id, detail: { staff: ids.alva, deputy: ids.bo } });
});

test('All that the office did beside the process is in the log, which holds together', async () => {
  expect(await verifyAudit(office.door.records.database)).toMatchObject({ verified: true, problems: [] });
  expect((await entries('assigned')).map(({ detail }) => detail)).toEqual([
    { to: ids.alva },
    { to: ids.bo },
    { to: null },
    { to: ids.alva },
  ]);
});
