import { expect, test } from '@jest/globals';
import { auditEntries } from '../../records/audit.ts';
import { findCase, noteCase, writeCase } from '../../records/cases.ts';
import { duplicatesOf, keepApart } from '../../records/duplicates.ts';
import type { Database } from '../../records/schema.ts';
import { by, camliova, play } from '../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

const at = '2027-03-02T09:00:00.000Z';

async function towns(): Promise<Database> {
  const { database } = await recordsIn(await dataFolder());
  const other = (id: string, changes: Parameters<typeof caseRow>[1]) =>
    noteCase(
      database,
      caseRow({ ...camliova, case: id, city: id }, { folded_name: id, web_domain: `${id}.example`, ...changes }),
    );
  await noteCase(database, caseRow(camliova, { geo_id: '123' }));
  await other('same-name', { folded_name: 'camliova' });
  await other('same-web-and-place', { web_domain: 'camliova.example', geo_id: '123' });
  await other('nothing', {});
  await other('abroad', { country: 'PL', folded_name: 'camliova' });
  await other('rejected', { folded_name: 'camliova', stage: 'rejected' });
  return database;
}

async function seenFrom(database: Database, id: string) {
  const row = await findCase(database, id);
  return row
    ? (await duplicatesOf(database, row)).map(({ case: other, reasons, state }) => [other, reasons, state])
    : [];
}

test('Possible duplicates have the country, and the name, the website or the place in common; each says why, from both sides', async () => {
  const database = await towns();
  expect(await seenFrom(database, 'tr-camliova.1')).toEqual([
    ['same-name', ['same-name'], 'open'],
    ['same-web-and-place', ['same-website', 'same-place'], 'open'],
  ]);
  expect(await seenFrom(database, 'same-name')).toEqual([['tr-camliova.1', ['same-name'], 'open']]);
  expect([await seenFrom(database, 'nothing'), await seenFrom(database, 'abroad')]).toEqual([[], []]);
});

test('Kept apart, a pair is settled for both, and the log knows who said so without their words', async () => {
  const database = await towns();
  const paper = {
    id: 'p',
    subject: 'same-name',
    kind: 'reason' as const,
    body: { reason: 'A village.' },
    sha256: null,
    actor: 'ada',
    at,
  };
  const apart = { act: 'apart-0001', actor: 'ada', at, paper };
  await keepApart(database, { case: 'same-name', other: 'tr-camliova.1' }, apart);
  await keepApart(database, { case: 'same-name', other: 'tr-camliova.1' }, apart);
  expect((await seenFrom(database, 'tr-camliova.1')).map(([other, , state]) => [other, state])).toEqual([
    ['same-name', 'kept-apart'],
    ['same-web-and-place', 'open'],
  ]);
  expect(await seenFrom(database, 'same-name')).toEqual([['tr-camliova.1', ['same-name'], 'kept-apart']]);
  expect((await auditEntries(database, 'same-name')).map(({ kind, actor, detail }) => [kind, actor, detail])).toEqual([
    ['kept-apart', 'ada', { other: 'tr-camliova.1', paper: 'p' }],
  ]);
});

test('A superseded case shows where it was merged, and the other one shows it too', async () => {
  const database = await towns();
  const merged = by('ada', { kind: 'supersede', paper: 'why', into: 'same-name' });
  await writeCase(database, play(camliova, merged));
  expect(await seenFrom(database, 'same-name')).toEqual([['tr-camliova.1', [], 'merged']]);
  expect((await seenFrom(database, 'tr-camliova.1')).map(([other, , state]) => [other, state])).toEqual([
    ['same-name', 'merged'],
    ['same-web-and-place', 'open'],
  ]);
  expect((await findCase(database, 'tr-camliova.1'))?.open).toEqual(0);
});
