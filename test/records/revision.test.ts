import { expect, test } from '@jest/globals';
import { noteCase } from '../../records/cases.ts';
import { camliova } from '../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

test('As long as nobody writes, the records are in the same state; whoever writes, it is another one', async () => {
  const folder = await dataFolder();
  const [one, other] = [await recordsIn(folder), await recordsIn(folder)];
  const before = await one.revision.now();
  expect(await one.revision.now()).toBe(before);
  await noteCase(other.database, caseRow(camliova));
  const after = await one.revision.now();
  expect(after).not.toBe(before);
  await one.database.updateTable('cases').set({ name: 'Another' }).execute();
  expect(await one.revision.now()).not.toBe(after);
});
