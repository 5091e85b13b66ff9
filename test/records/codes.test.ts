import { expect, test } from '@jest/globals';
import { type Code, countTry, newestCode, useCode, writeCode } from '../../records/codes.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';

const code: Code = {
  id: 'tr-camliova.1/code/one',
  case_id: 'tr-camliova.1',
  person: 'mayor',
  purpose: 'letter',
  sha256: 'a'.repeat(64),
  until: '2027-03-02T09:10:00.000Z',
  tries: 0,
  used_by: null,
};

async function withCode() {
  const { database } = await recordsIn(await dataFolder());
  await writeCode(database, code);
  return database;
}

test('The newest code of a person counts, for each purpose its own', async () => {
  const database = await withCode();
  const newer = { ...code, id: 'two', until: '2027-03-02T09:20:00.000Z' };
  await writeCode(database, newer);
  await writeCode(database, { ...code, id: 'words', purpose: 'words', until: '2027-03-02T09:30:00.000Z' });
  expect(await newestCode(database, { person: 'mayor', purpose: 'letter' })).toEqual(newer);
  expect(await newestCode(database, { person: 'office', purpose: 'letter' })).toBeNull();
});

test('The same code written again keeps its tries', async () => {
  const database = await withCode();
  await countTry(database, code.id);
  await writeCode(database, code);
  expect((await newestCode(database, code))?.tries).toBe(1);
});

test('Each try is counted, also when many come at once', async () => {
  const database = await withCode();
  const counts = await Promise.all(Array.from({ length: 20 }, () => countTry(database, code.id)));
  expect(counts.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('A code is used up by one act; the same act may say so again, another may not', async () => {
  const database = await withCode();
  expect(await useCode(database, code.id, 'first')).toBe(true);
  expect(await useCode(database, code.id, 'first')).toBe(true);
  expect(await useCode(database, code.id, 'second')).toBe(false);
  expect((await newestCode(database, code))?.used_by).toBe('first');
});

test('Of two acts that use it at the same moment, one gets it', async () => {
  const database = await withCode();
  const answers = await Promise.all(['first', 'second'].map((act) => useCode(database, code.id, act)));
  expect(answers.filter((got) => got)).toEqual([true]);
});

test('A code that nobody sent can be neither tried nor used', async () => {
  const { database } = await recordsIn(await dataFolder());
  await expect(countTry(database, 'none')).rejects.toThrow();
  await expect(useCode(database, 'none', 'first')).rejects.toThrow();
});
