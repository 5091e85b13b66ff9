import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { verifyAudit } from '../../records/audit.ts';
import { restoreInto } from '../../records/backup/restore.ts';
import { tableNames } from '../../records/backup/tables.ts';
import { backUp } from '../../records/backup.ts';
import { noteCase, writeCase } from '../../records/cases.ts';
import { openDocumentFolder } from '../../records/documents.ts';
import { writePerson } from '../../records/people.ts';
import type { Records } from '../../records/records.ts';
import { openSecret } from '../../records/secrets.ts';
import { acts, camliova, places, play } from '../support/city-in-play.ts';
import { dataFolder, recordsIn, storesOf } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

const at = '2027-03-02T09:00:00.000Z';
const words = Buffer.from('A letter (sample)');

test('a backup is the records as they were at one moment, and comes back as they were, also in a new place', async () => {
  const { folder, records } = await anOffice();
  const [before, secret] = [await everything(records), await openSecret(folder)];
  const into = join(await dataFolder(), 'backup');
  const manifest = await backUp(records, { dataFolder: folder, into, at });
  await writeCase(records.database, play(places['letter, sign'], acts.sign, acts.verify));

  const place = await emptyPlace();
  expect(await restoreInto(place, into)).toEqual(manifest);
  const restored = await recordsIn(place.dataFolder);
  expect(await everything(restored)).toEqual(before);
  expect(await verifyAudit(restored.database)).toMatchObject({ ...manifest.audit, verified: true });
  expect(await restored.documents.get(await records.documents.put(words))).toEqual(words);
  expect(await openSecret(place.dataFolder)).toEqual(secret);
});

test('a backup that was damaged or is not whole is not restored, and leaves nothing behind', async () => {
  const { folder, records } = await anOffice();
  const into = join(await dataFolder(), 'backup');
  await backUp(records, { dataFolder: folder, into, at });
  await writeFile(join(into, 'tables', 'people.jsonl'), '');
  const place = await emptyPlace();
  await expect(restoreInto(place, into)).rejects.toThrow('tables/people.jsonl has changed. Nothing was restored.');
  expect(await readdir(place.dataFolder)).toEqual([]);
});

test('a backup is restored into an empty place only: what is there is never written over', async () => {
  const { folder, records } = await anOffice();
  const into = join(await dataFolder(), 'backup');
  await backUp(records, { dataFolder: folder, into, at });
  const place = await emptyPlace();
  await writeFile(join(place.dataFolder, 'oasc.json'), '{}');
  await expect(restoreInto(place, into)).rejects.toThrow('is not empty (oasc.json)');
  expect(await readFile(join(place.dataFolder, 'oasc.json'), 'utf8')).toBe('{}');
});

test('a backup is never written over another one', async () => {
  const { folder, records } = await anOffice();
  const into = join(await dataFolder(), 'backup');
  const first = await backUp(records, { dataFolder: folder, into, at });
  await expect(backUp(records, { dataFolder: folder, into, at })).rejects.toThrow(`${into} is there already`);
  expect(JSON.parse(await readFile(join(into, 'manifest.json'), 'utf8'))).toEqual(first);
});

/** A data folder with one case in which a letter was issued, its people, a document and a secret. */
async function anOffice(): Promise<{ folder: string; records: Records }> {
  const folder = await dataFolder();
  const records = await recordsIn(folder);
  await openSecret(folder);
  await records.documents.put(words);
  await noteCase(records.database, caseRow(camliova));
  await writePerson(records.database, {
    id: 'p1',
    case_id: camliova.case,
    role: 'main',
    name: 'Derya "the line\nbreak" Şimşek (sample)',
    title: null,
    email: 'derya@camliova.example',
    language: 'tr',
  });
  await writeCase(records.database, places['letter, sign']);
  return { folder, records };
}

async function emptyPlace() {
  const folder = await dataFolder();
  const { database = join(folder, 'records.db') } = await storesOf(folder);
  return { dataFolder: folder, database, documents: openDocumentFolder(join(folder, 'documents')) };
}

/** Every row of every table, in an order of their own. */
async function everything({ database }: Records): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const name of await tableNames(database)) {
    const rows = await database.selectFrom(name).selectAll().execute();
    tables[name] = rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();
  }
  return tables;
}
