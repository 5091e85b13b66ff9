import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { noteCase, writeCase } from '../../records/cases.ts';
import { conditionOf } from '../../records/condition.ts';
import { camliova } from '../support/city-in-play.ts';
import { behindTheBack, dataFolder, recordsIn, storesOf } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

async function look(folder: string) {
  return await conditionOf((await storesOf(folder)).database ?? join(folder, 'records.db'));
}

test('records that are in order are said to be, with the audit and when its last entry was made', async () => {
  const folder = await dataFolder();
  const { database } = await recordsIn(folder);
  expect(await look(folder)).toMatchObject({ tables: 'current', intact: true, lastAt: null });
  const city = camliova;
  await noteCase(database, caseRow(city));
  await writeCase(database, city);
  const condition = await look(folder);
  expect(condition?.engine).toMatch(globalThis.onPostgres ? /^PostgreSQL \d/ : /^SQLite \d/);
  expect(condition).toMatchObject({
    tables: 'current',
    audit: { entries: city.acts.length, verified: true },
    lastAt: city.acts.at(-1)?.at,
  });
});

test('tables of a later version, or of none, are left as they are and not read further', async () => {
  const folder = await dataFolder();
  await recordsIn(folder);
  await behindTheBack(folder, "insert into kysely_migration values ('999-later', '2031-01-01T00:00:00Z')");
  try {
    expect(await look(folder)).toMatchObject({ tables: 'newer', audit: null, lastAt: null });
  } finally {
    await behindTheBack(folder, "delete from kysely_migration where name = '999-later'");
  }
  expect(await look(folder)).toMatchObject({ tables: 'current' });
});

test('where there is no file yet, there is nothing to say about it', async () => {
  expect(await conditionOf(join(await dataFolder(), 'records.db'))).toBeNull();
});
