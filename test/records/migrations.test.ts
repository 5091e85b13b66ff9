import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { canonicalJson, sha256 } from '../../domain/canonical.ts';
import { appendAudit, auditEntries, verifyAudit } from '../../records/audit.ts';
import { openDatabase } from '../../records/database.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oasc-before-'));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

/** Records of before contents were hashed apart: five entries, of which `changed` was changed after it was written. */
async function recordsFromBefore(changed?: number): Promise<string> {
  const file = join(folder, 'records.sqlite');
  const database = await openDatabase(file, { upTo: '004-links-opened' });
  let previous = '0'.repeat(64);
  for (const number of [1, 2, 3, 4, 5]) {
    const at = '2027-03-02T09:00:00.000Z';
    const said = { number, id: `xa-alder.1/${number}`, subject: 'xa-alder.1', kind: 'noted', actor: 'ada', at };
    const row = { ...said, detail: '{}', previous };
    const hash = sha256(canonicalJson(row));
    await database
      .insertInto('audit')
      .values({ ...row, hash, actor: number === changed ? 'bruno' : 'ada' })
      .execute();
    previous = hash;
  }
  await database.destroy();
  return file;
}

test('An audit from before goes on whole, with the same entries', async () => {
  const database = await openDatabase(await recordsFromBefore());
  await database
    .transaction()
    .execute((change) =>
      appendAudit(change, [{ id: 'six', subject: 'xa-alder.1', kind: 'noted', actor: 'ada', at: '2028', detail: {} }]),
    );
  const { entries, problems } = await verifyAudit(database);
  expect([entries, problems]).toEqual([6, []]);
  expect((await auditEntries(database)).map(({ id }) => id).slice(3)).toEqual(['xa-alder.1/4', 'xa-alder.1/5', 'six']);
  await database.destroy();
});

test('A change that was made before is not made good: it is still named', async () => {
  const database = await openDatabase(await recordsFromBefore(4));
  const { verified, problems } = await verifyAudit(database);
  expect([verified, problems]).toEqual([
    false,
    ['entry 4 does not follow the one before it', 'entry 4 was changed after it was written'],
  ]);
  await database.destroy();
});
