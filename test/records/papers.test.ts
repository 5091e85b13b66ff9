import { expect, test } from '@jest/globals';
import { bodyOf, type Paper, readPaper, writePaper } from '../../records/papers.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';

const reason: Paper = {
  id: 'tr-camliova.1/reason/form',
  subject: 'tr-camliova.1',
  kind: 'reason',
  body: { reason: 'The mandate is missing.\n<b>“Çamlıova”</b> \u202e\u0007' },
  sha256: null,
  actor: 'ada',
  at: '2027-03-02T09:00:00.000Z',
};

test('A paper is kept letter for letter', async () => {
  const { database } = await recordsIn(await dataFolder());
  expect(await writePaper(database, reason)).toEqual(reason);
  expect(await readPaper(database, reason.id)).toEqual(reason);
  expect(await bodyOf(database, reason.id)).toEqual(reason.body);
});

test('Written again with other words, it stays as it was, and the first words are the answer', async () => {
  const { database } = await recordsIn(await dataFolder());
  await writePaper(database, reason);
  const other = { ...reason, body: { reason: 'Something else' }, actor: 'bruno', at: '2027-03-03T09:00:00.000Z' };
  expect(await writePaper(database, other)).toEqual(reason);
  expect(await readPaper(database, reason.id)).toEqual(reason);
});

test('Of two that are written at the same moment under one id, one stays, and both get it as the answer', async () => {
  const { database } = await recordsIn(await dataFolder());
  const both = [reason, { ...reason, body: { reason: 'Something else' } }];
  const [one, other] = await Promise.all(both.map((paper) => writePaper(database, paper)));
  expect(one).toEqual(other);
});

test('A paper that is not there is none, and one that must be there is a fault that tells its id alone', async () => {
  const { database } = await recordsIn(await dataFolder());
  expect(await readPaper(database, 'none')).toBeNull();
  await expect(bodyOf(database, 'none')).rejects.toThrow(new Error('Paper none is not in the records.'));
});
