import { expect, test } from '@jest/globals';
import { alike } from '../../records/alike.ts';
import { auditEntries } from '../../records/audit.ts';
import { knownCities, noteCase, takeAcceptedPlace } from '../../records/cases.ts';
import { importedMembers, noteMembers } from '../../records/members.ts';
import type { NewRow } from '../../records/schema.ts';
import { camliova } from '../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

const quarrymoor: NewRow<'members'> = {
  city: 'gb-quarrymoor',
  row_key: 'q-1',
  country: 'GB',
  kind: 'municipality',
  name: 'Quarrymoor',
  native_name: 'Quarrymoor',
  legal_name: 'Town of Quarrymoor',
  folded_name: 'quarrymoor',
  website: 'https://quarrymoor.example',
  web_domain: 'quarrymoor.example',
  geo_id: null,
  member_since: '2019-05-01',
  news_url: null,
  facts: '{}',
  imported_by: 'ada',
  imported_at: '2027-03-02T09:00:00.000Z',
};

test('members are written down all or none, each with an entry in the audit', async () => {
  const { database } = await recordsIn(await dataFolder());
  const twice = [quarrymoor, { ...quarrymoor, city: 'gb-other' }];
  const failing = database.transaction().execute((change) => noteMembers(change, twice));
  await expect(failing).rejects.toThrow();
  expect(await importedMembers(database)).toEqual([]);
  await database.transaction().execute((change) => noteMembers(change, [quarrymoor]));
  expect(await importedMembers(database)).toEqual([quarrymoor]);
  expect((await auditEntries(database)).map(({ kind, detail }) => [kind, detail])).toEqual([
    ['member-imported', { city: 'gb-quarrymoor', memberSince: '2019-05-01' }],
  ]);
});

test('a city that is a member from before has its id and its one place', async () => {
  const { database } = await recordsIn(await dataFolder());
  await noteMembers(database, [{ ...quarrymoor, city: camliova.city, country: 'TR' }]);
  await noteCase(database, caseRow(camliova));
  expect(await knownCities(database)).toContainEqual({ city: camliova.city, legalName: 'Town of Quarrymoor' });
  expect(await takeAcceptedPlace(database, camliova.case, camliova.city)).toBe(false);
});

test('who may be the same is found among cases and members, with every reason', async () => {
  const { database } = await recordsIn(await dataFolder());
  await noteMembers(database, [quarrymoor]);
  await noteCase(database, caseRow(camliova, { geo_id: '7001' }));
  const marks = {
    city: 'gb-new',
    country: 'GB',
    foldedName: 'quarrymoor',
    webDomain: 'quarrymoor.example',
    geoId: null,
  };
  expect(await alike(database, marks)).toEqual([
    { kind: 'member', id: 'gb-quarrymoor', name: 'Quarrymoor', reasons: ['same-name', 'same-website'] },
  ]);
  const place = { city: 'tr-new', country: 'TR', foldedName: 'new', webDomain: 'new.example', geoId: '7001' };
  expect(await alike(database, place)).toEqual([
    { kind: 'case', id: camliova.case, name: 'Çamlıova', reasons: ['same-place'] },
  ]);
  expect(await alike(database, { ...marks, country: 'IE' })).toEqual([]);
});
