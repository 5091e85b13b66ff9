import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appointStaff } from '../../../service/staff.ts';
import { acts, by, camliova, places, play } from '../../support/city-in-play.ts';
import { type Office, openOffice, said, tokenOf, writeDown } from './office.ts';

let office: Office;
let alva: { authorization: string };
const ids = { alva: '', bo: '' };

beforeAll(async () => {
  office = await openOffice();
  const both = [
    await appointStaff(office.door, 'Alva Friis', ['reviewer', 'approver']),
    await appointStaff(office.door, 'Bo Tamm', ['reviewer', 'approver']),
  ];
  [ids.alva, ids.bo] = [both[0]?.id ?? '', both[1]?.id ?? ''];
  alva = { authorization: `Bearer ${both[0]?.token}` };
  await writeDown(office, { ...camliova, case: 'fi-kuusmaa.1', city: 'fi-kuusmaa', country: 'FI' });
  const verified = play(places['letter, verify'], by(ids.alva, acts.verify.decision));
  await writeDown(office, { ...verified, case: 'lv-liepene.1', city: 'lv-liepene', country: 'LV' });
});
afterAll(() => office.close());

const get = (path: string, headers: Record<string, string> = alva) => office.api.request(path, { headers });

test('A line says whose turn it is, since when, and what to do next', async () => {
  expect(await said(await get('/cases?country=LV'))).toEqual({
    status: 200,
    body: [
      {
        id: 'lv-liepene.1',
        city: 'lv-liepene',
        name: 'lv-liepene',
        country: 'LV',
        reference: 'lv-liepene.1',
        stage: 'letter',
        step: 'countersign',
        waits_for: 'staff',
        due: null,
        overdue: false,
        since: '2027-03-02T09:00:00.000Z',
        assignee: null,
        held_until: null,
        pending: null,
        questions: 0,
        changed: '2027-03-02T09:00:00.000Z',
        applied_at: '2027-03-02T09:00:00.000Z',
        todo: 'countersign',
      },
    ],
  });
});

test('Who has the list already is answered with nothing, until something changes', async () => {
  const first = await get('/cases?view=team');
  const tag = first.headers.get('etag') ?? '';
  const again = await get('/cases?view=team', { ...alva, 'if-none-match': tag });
  const another = await get('/cases?view=cities', { ...alva, 'if-none-match': tag });
  await writeDown(office, { ...camliova, case: 'ee-otsalaid.1', city: 'ee-otsalaid', country: 'EE' });
  const later = await get('/cases?view=team', { ...alva, 'if-none-match': tag });
  expect([first.status, again.status, await again.text(), another.status, later.status]).toEqual([
    200,
    304,
    '',
    200,
    200,
  ]);
  expect((await later.json()) as unknown[]).toHaveLength(3);
});

test('The counts are those of the lists', async () => {
  expect(await said(await get('/cases/counts'))).toEqual({
    status: 200,
    body: {
      views: { mine: 0, team: 3, cities: 0, overdue: 0, ready: 0, all: 3 },
      stages: { review: 2, letter: 1 },
    },
  });
});

test('A filter that there is not is named', async () => {
  const { status, body } = await said(await get('/cases?view=everything&colour=red'));
  expect([
    status,
    (body as { error: { problems: { path: string }[] } }).error.problems.map(({ path }) => path),
  ]).toEqual([422, ['view', '']]);
});

test('A member of staff learns who they are', async () => {
  expect(await said(await get('/me'))).toMatchObject({
    status: 200,
    body: { id: ids.alva, name: 'Alva Friis', roles: ['reviewer', 'approver'], undoMinutes: 0 },
  });
});

type Offers = { acts: { kind: string; may: boolean; code?: string; sentence?: string; who?: unknown }[] };
const offer = async (headers: { authorization: string }, kind: string) =>
  ((await (await get('/cases/lv-liepene', headers)).json()) as Offers).acts.find((act) => act.kind === kind);

test('Who verified the letter is told by name who countersigns it; the other simply may', async () => {
  expect(await offer(alva, 'countersign')).toEqual({
    kind: 'countersign',
    may: false,
    code: 'own-work',
    sentence:
      'You cannot countersign this letter, because you verified it yourself. Another approver countersigns it. You can ask Bo Tamm.',
    who: [{ id: ids.bo, name: 'Bo Tamm' }],
  });
  const cleo = await tokenOf(office, ['editor'], 'Cleo Marsh');
  expect(await offer(cleo, 'countersign')).toEqual({
    kind: 'countersign',
    may: false,
    code: 'not-your-role',
    sentence:
      'You cannot do this: it takes an approver. Ask somebody who has this role, or ask an administrator to give it to you. You can ask Bo Tamm.',
    who: [{ id: ids.bo, name: 'Bo Tamm' }],
  });
  expect(await offer(await tokenOf(office, ['approver'], 'Dag Holm'), 'countersign')).toEqual({
    kind: 'countersign',
    may: true,
  });
  expect(await offer(alva, 'accept')).toMatchObject({ may: false, code: 'wrong-stage' });
});
