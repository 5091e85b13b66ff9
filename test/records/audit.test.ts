import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { type AuditEntry, appendAudit, auditEntries, verifyAudit } from '../../records/audit.ts';
import { noteCase, writeCase } from '../../records/cases.ts';
import type { Records } from '../../records/records.ts';
import { addStaff } from '../../records/staff.ts';
import { acts, camliova, places, play } from '../support/city-in-play.ts';
import { behindTheBack, dataFolder, recordsIn, storesOf } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

const run = promisify(execFile);

function entry(id: string): AuditEntry {
  return { id, subject: 'tr-camliova.1', kind: 'noted', actor: 'ada', at: '2027-03-02T09:00:00.000Z', detail: { id } };
}

async function append({ database }: Records, ...ids: string[]): Promise<void> {
  await database.transaction().execute((change) => appendAudit(change, ids.map(entry)));
}

/** Five entries, of a case that was accepted and whose letter was issued. */
async function fiveEntries(): Promise<{ folder: string; records: Records }> {
  const folder = await dataFolder();
  const records = await recordsIn(folder);
  await noteCase(records.database, caseRow(camliova));
  await writeCase(records.database, play(places['letter, sign'], acts.sign, acts.verify));
  return { folder, records };
}

test('An untouched audit is whole, from its first entry to its last', async () => {
  const { records } = await fiveEntries();
  const report = await verifyAudit(records.database);
  expect(report).toEqual({ entries: 5, verified: true, head: report.head, problems: [] });
  expect(report.head).toMatch(/^[0-9a-f]{64}$/);
});

test('An audit without entries is whole too', async () => {
  const records = await recordsIn(await dataFolder());
  expect(await verifyAudit(records.database)).toEqual({
    entries: 0,
    verified: true,
    head: '0'.repeat(64),
    problems: [],
  });
});

describe('Whoever changes the file behind the records’ back is found out', () => {
  const columns = 'id, subject, kind, actor, at, detail, previous, hash';
  test.each([
    [
      'the actor of an entry',
      ["update audit set actor = 'bruno' where number = 3"],
      ['entry 3 was changed after it was written'],
    ],
    [
      'the time of an entry',
      ["update audit set at = '2020' where number = 1"],
      ['entry 1 was changed after it was written'],
    ],
    [
      'the detail of an entry',
      ["update audit set detail = '{}' where number = 2"],
      ['entry 2 was changed after it was written'],
    ],
    [
      'the hash of an entry',
      ["update audit set hash = '0' where number = 5"],
      ['entry 5 was changed after it was written'],
    ],
    [
      'an entry taken out of the middle',
      ['delete from audit where number = 3'],
      [
        'entry 3 is missing: entry 4 stands in its place',
        'entry 4 does not follow the one before it',
        '1 act of tr-camliova.1 is not in the audit',
      ],
    ],
    [
      'an entry taken out, and the others moved up',
      ['delete from audit where number = 3', 'update audit set number = number - 1 where number > 3'],
      [
        'entry 3 does not follow the one before it',
        'entry 3 was changed after it was written',
        '1 act of tr-camliova.1 is not in the audit',
      ],
    ],
    [
      'the first entry taken out',
      ['delete from audit where number = 1'],
      [
        'entry 1 is missing: entry 2 stands in its place',
        'entry 2 does not follow the one before it',
        '1 act of tr-camliova.1 is not in the audit',
      ],
    ],
    ['its end cut off', ['delete from audit where number > 3'], ['2 acts of tr-camliova.1 are not in the audit']],
    ['all of it taken away', ['delete from audit'], ['5 acts of tr-camliova.1 are not in the audit']],
    [
      'two entries swapped',
      [
        'update audit set number = 99 where number = 2',
        'update audit set number = 2 where number = 3',
        'update audit set number = 3 where number = 99',
      ],
      ['entry 2 does not follow the one before it', 'entry 2 was changed after it was written'],
    ],
    [
      'a row put at the end',
      [
        `insert into audit (number, ${columns}) select 6, 'forged', subject, kind, actor, at, detail, hash, hash from audit where number = 5`,
      ],
      ['entry 6 was changed after it was written'],
    ],
    [
      'a row put in the middle',
      [
        'update audit set number = -number where number > 2',
        'update audit set number = 1 - number where number < 0',
        `insert into audit (number, ${columns}) select 3, 'forged', subject, kind, actor, at, detail, hash, hash from audit where number = 2`,
      ],
      ['entry 3 was changed after it was written'],
    ],
  ])('%s', async (_, statements, problems) => {
    const { folder, records } = await fiveEntries();
    await behindTheBack(folder, ...statements);
    const report = await verifyAudit(records.database);
    expect([report.verified, report.problems]).toEqual([false, problems]);
  });

  test('a member of staff whose entry was cut off the end', async () => {
    const { folder, records } = await fiveEntries();
    const member = { id: 'cem', name: 'Cem', roles: ['reviewer' as const], tokenSha256: 'a', addedBy: 'ada' };
    await addStaff(records.database, { ...member, at: '2027-03-02T09:00:00.000Z' });
    expect((await verifyAudit(records.database)).verified).toBe(true);
    await behindTheBack(folder, 'delete from audit where number = 6');
    expect((await verifyAudit(records.database)).problems).toEqual(['1 act of staff is not in the audit']);
  });
});

test('An entry is there once by its id: the first one stays as it was', async () => {
  const records = await recordsIn(await dataFolder());
  await append(records, 'one', 'two', 'one');
  await records.database.transaction().execute((change) => appendAudit(change, [{ ...entry('one'), actor: 'bruno' }]));
  const kept = await auditEntries(records.database, 'tr-camliova.1');
  expect(kept.map(({ number: _number, hash: _hash, ...said }) => said)).toEqual([entry('one'), entry('two')]);
  expect((await verifyAudit(records.database)).entries).toBe(2);
});

test('Two processes that write at once leave one whole chain', async () => {
  const folder = await dataFolder();
  const records = await recordsIn(folder);
  const stores = JSON.stringify(await storesOf(folder));
  const writer = fileURLToPath(new URL('../support/audit-writer.ts', import.meta.url));
  await Promise.all(['one', 'other'].map((name) => run(process.execPath, [writer, folder, stores, name, '50'])));
  const report = await verifyAudit(records.database);
  expect([report.entries, report.problems]).toEqual([100, []]);
  expect(new Set((await auditEntries(records.database, 'tr-camliova.1')).map(({ id }) => id)).size).toBe(100);
});

test('Fifty who write at once in one process leave one whole chain', async () => {
  const records = await recordsIn(await dataFolder());
  await Promise.all(Array.from({ length: 50 }, (_, index) => append(records, `entry ${index}`)));
  const report = await verifyAudit(records.database);
  expect([report.entries, report.problems]).toEqual([50, []]);
});

test('A verification while others write raises no false alarm', async () => {
  const folder = await dataFolder();
  const [writer, reader] = [await recordsIn(folder), await recordsIn(folder)];
  await noteCase(writer.database, caseRow(camliova));
  let city = camliova;
  const writing = async () => {
    for (let turn = 0; turn < 25; turn += 1) {
      city = play(city, acts.return, acts.answer);
      await writeCase(writer.database, city);
    }
  };
  const reading = async () => {
    const found: string[] = [];
    for (let turn = 0; turn < 50; turn += 1) found.push(...(await verifyAudit(reader.database)).problems);
    return found;
  };
  const [, problems] = await Promise.all([writing(), reading()]);
  expect(problems).toEqual([]);
  expect((await verifyAudit(reader.database)).entries).toBe(51);
});

test('Where the write fails, neither the row nor the audit has changed', async () => {
  const records = await recordsIn(await dataFolder());
  await append(records, 'one');
  const failing = records.database.transaction().execute(async (change) => {
    await appendAudit(change, [entry('two')]);
    throw new Error('The lights go out.');
  });
  await expect(failing).rejects.toThrow('The lights go out.');
  expect(await verifyAudit(records.database)).toMatchObject({ entries: 1, verified: true });
});
