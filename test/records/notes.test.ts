import { describe, expect, test } from '@jest/globals';
import { auditEntries } from '../../records/audit.ts';
import { openDatabase } from '../../records/database.ts';
import { allDeliveries, beginDelivery, deliveriesOf, endDelivery } from '../../records/deliveries.ts';
import { endLinks, findLink, writeLink } from '../../records/links.ts';
import { findPerson, peopleOf, writePerson } from '../../records/people.ts';
import { addStaff, findStaffByToken, listStaff } from '../../records/staff.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';

const at = '2027-03-02T09:00:00.000Z';

async function database() {
  return (await recordsIn(await dataFolder())).database;
}

describe('A delivery', () => {
  const mail = {
    id: 'tr-camliova.1/mail/welcome',
    subject: 'tr-camliova.1',
    channel: 'mail',
    kind: 'welcome',
    receiver: 'contact',
    copy: null,
    at,
  };

  test('It is noted before it is tried, and after it is done', async () => {
    const records = await database();
    expect(await beginDelivery(records, mail)).toBeNull();
    const { at: begun_at, ...rest } = mail;
    const begun = { ...rest, begun_at, state: 'begun', done_at: null, receipt: null };
    expect(await deliveriesOf(records, 'tr-camliova.1')).toEqual([begun]);
    await endDelivery(records, mail.id, { state: 'done', at: '2027-03-02T09:01:00.000Z', receipt: '250' });
    const done = { ...begun, state: 'done', done_at: '2027-03-02T09:01:00.000Z', receipt: '250' };
    expect(await beginDelivery(records, mail)).toEqual(done);
    expect(await allDeliveries(records)).toEqual([done]);
  });

  test('Found begun after a crash, it says so', async () => {
    const records = await database();
    await beginDelivery(records, mail);
    expect((await beginDelivery(records, { ...mail, at: '2027-03-03T09:00:00.000Z' }))?.begun_at).toBe(at);
  });

  test('Deferred, it is begun anew', async () => {
    const records = await database();
    await beginDelivery(records, mail);
    await endDelivery(records, mail.id, { state: 'deferred', at, receipt: '450' });
    expect((await beginDelivery(records, mail))?.state).toBe('deferred');
    expect((await beginDelivery(records, mail))?.state).toBe('begun');
  });

  test('Of many that begin it at once, one is the first', async () => {
    const records = await database();
    const answers = await Promise.all(Array.from({ length: 10 }, () => beginDelivery(records, mail)));
    expect(answers.filter((before) => before === null).length).toBe(1);
  });
});

describe('A link', () => {
  const link = {
    id: 'one',
    case_id: 'tr-camliova.1',
    person: 'mayor',
    purpose: 'letter',
    ends_at: '2027-05-01T09:00:00.000Z',
  } as const;

  test('Those of a person for one purpose end at once; others, and those that ended before, stay', async () => {
    const records = await database();
    const ended = { ...link, id: 'ended', ends_at: '2027-01-01T09:00:00.000Z' };
    const status = { ...link, id: 'status', purpose: 'status' } as const;
    const others = { ...link, id: 'others', person: 'contact' };
    for (const one of [link, ended, status, others]) await writeLink(records, one);
    await endLinks(records, { person: 'mayor', purpose: 'letter' }, at);
    expect(await Promise.all(['one', 'ended', 'status', 'others'].map((id) => findLink(records, id)))).toEqual([
      { ...link, ends_at: at },
      ended,
      status,
      others,
    ]);
  });

  test('Written again, a link that has ended is not opened anew', async () => {
    const records = await database();
    await writeLink(records, link);
    await endLinks(records, { person: 'mayor', purpose: 'letter' }, at);
    await writeLink(records, link);
    expect((await findLink(records, 'one'))?.ends_at).toBe(at);
    expect(await findLink(records, 'none')).toBeNull();
  });
});

describe('People', () => {
  const mayor = {
    id: 'mayor',
    case_id: 'tr-camliova.1',
    role: 'office-holder',
    name: 'Defne Ardıç',
    title: 'Mayor',
    email: 'mayor@camliova.example',
    language: 'tr',
  };

  test('A person is corrected under the same id', async () => {
    const records = await database();
    await writePerson(records, mayor);
    await writePerson(records, { ...mayor, email: 'defne@camliova.example' });
    expect(await peopleOf(records, 'tr-camliova.1')).toEqual([{ ...mayor, email: 'defne@camliova.example' }]);
    expect(await findPerson(records, 'nobody')).toBeNull();
  });

  test('A name is kept letter for letter, also one with characters that no keyboard has', async () => {
    const records = await database();
    const name = 'Defne\u0000 \u{10FFFF}0 \u{10FFFF}\u0000 Ardıç \u202e👩‍🚀 \u0001';
    await writePerson(records, { ...mayor, name });
    expect((await findPerson(records, 'mayor'))?.name).toBe(name);
  });

  test('Staff stand in the same order whatever language the database speaks', async () => {
    const records = await database();
    for (const name of ['çem', 'Zoe', 'ada', 'Ödön', 'bruno', 'Ada'])
      await addStaff(records, { id: name, name, roles: [], tokenSha256: name, addedBy: 'system', at });
    expect((await listStaff(records)).map(({ name }) => name)).toEqual(['Ada', 'Zoe', 'ada', 'bruno', 'Ödön', 'çem']);
  });

  test('A member of staff is found by the hash of a token; the audit knows the id, not the name', async () => {
    const records = await database();
    const ada = { id: 'ada', name: 'Ada Lindqvist', roles: ['reviewer', 'approver'] as ('reviewer' | 'approver')[] };
    await addStaff(records, { ...ada, tokenSha256: 'hash', addedBy: 'system', at });
    expect(await findStaffByToken(records, 'hash')).toEqual(ada);
    expect(await findStaffByToken(records, 'other')).toBeNull();
    expect(await listStaff(records)).toEqual([ada]);
    const kept = await auditEntries(records, 'staff');
    expect(kept.map(({ number: _number, hash: _hash, ...said }) => said)).toEqual([
      {
        id: 'staff/ada',
        subject: 'staff',
        kind: 'staff-added',
        actor: 'system',
        at,
        detail: { staff: 'ada', roles: ada.roles },
      },
    ]);
  });

  test('Nobody is added twice, and the audit does not say otherwise', async () => {
    const records = await database();
    const ada = { id: 'ada', name: 'Ada', roles: [], tokenSha256: 'hash', addedBy: 'system', at };
    await addStaff(records, ada);
    await addStaff(records, { ...ada, name: 'Somebody else' });
    expect(await listStaff(records)).toEqual([{ id: 'ada', name: 'Ada', roles: [] }]);
    expect((await auditEntries(records, 'staff')).length).toBe(1);
  });
});

test('A count is a number, and what is true is 1', async () => {
  const records = await database();
  for (const [sha256, size] of Object.entries({ a: 2_000_000_000, b: 2_000_000_000 }))
    await records.insertInto('documents').values({ sha256, type: 'text/plain', size }).execute();
  const counted = await records
    .selectFrom('documents')
    .select(({ fn, eb, lit }) => [
      fn.countAll<number>().as('documents'),
      fn.sum<number>('size').as('size'),
      eb(lit(1), '=', lit(1)).as('isOne'),
    ])
    .execute();
  expect(counted).toEqual([{ documents: 2, size: 4_000_000_000, isOne: 1 }]);
});

test('Records that are opened again, or where there is no folder, say what they are', async () => {
  const folder = await dataFolder();
  const first = await recordsIn(folder);
  await first.documents.put(new Uint8Array([1]));
  const again = await recordsIn(folder);
  expect(await listStaff(again.database)).toEqual([]);
  await expect(openDatabase(`${folder}/nowhere/records.db`)).rejects.toThrow();
});
