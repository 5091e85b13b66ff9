import { expect, test } from '@jest/globals';
import { noteCase } from '../../records/cases.ts';
import { beginDelivery, endDelivery } from '../../records/deliveries.ts';
import { talliesOf } from '../../records/tallies.ts';
import { camliova } from '../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

test('cases are counted by stage with the oldest turn, and effects by channel and state', async () => {
  const { database } = await recordsIn(await dataFolder());
  const city = camliova;
  const row = (number: number, changes: Parameters<typeof caseRow>[1]) =>
    caseRow(city, { id: `tr-camliova.${number}`, form_id: `form ${number}`, reference: `CAM-${number}`, ...changes });
  await noteCase(database, row(1, { since: '2027-03-01T09:00:00.000Z', overdue: 1 }));
  await noteCase(database, row(2, { since: '2027-02-20T09:00:00.000Z' }));
  await noteCase(database, row(3, { stage: 'rejected', waits_for: 'nobody', open: 0 }));
  for (const [id, state] of [
    ['one', 'done'],
    ['two', 'deferred'],
    ['three', 'deferred'],
  ] as const) {
    const at = `2027-03-0${id.length}T09:00:00.000Z`;
    const delivery = { id, subject: city.case, channel: 'mail', kind: 'received', receiver: 'contact', copy: null, at };
    await beginDelivery(database, delivery);
    await endDelivery(database, id, { state, at, receipt: 'accepted' });
  }
  const tallies = await talliesOf(database);
  expect(tallies.cases.toSorted((one, other) => one.stage.localeCompare(other.stage))).toEqual([
    {
      stage: 'rejected',
      waitsFor: 'nobody',
      open: false,
      count: 1,
      overdue: 0,
      oldest: '2027-02-18T08:00:00.000Z',
    },
    { stage: 'review', waitsFor: 'staff', open: true, count: 2, overdue: 1, oldest: '2027-02-20T09:00:00.000Z' },
  ]);
  expect(tallies.deliveries.toSorted((one, other) => one.state.localeCompare(other.state))).toEqual([
    { channel: 'mail', state: 'deferred', count: 2, oldest: '2027-03-03T09:00:00.000Z' },
    { channel: 'mail', state: 'done', count: 1, oldest: '2027-03-03T09:00:00.000Z' },
  ]);
  expect([tallies.announcements, tallies.auditEntries]).toEqual([[], 0]);
});
