import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sha256 } from '../../domain/canonical.ts';
import { openDocumentFolder } from '../../records/documents.ts';
import { keepDocument, readDocument } from '../../records/documents-kept.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';

const letter = new TextEncoder().encode('A letter from Çamlıova');
const hash = sha256(letter);

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('A document is found by the hash of its bytes, in a folder named by its first signs', async () => {
  const folder = await dataFolder();
  const documents = openDocumentFolder(folder);
  expect(await documents.put(letter)).toBe(hash);
  expect(await readFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash))).toEqual(Buffer.from(letter));
  expect(Buffer.from((await documents.get(hash)) ?? [])).toEqual(Buffer.from(letter));
});

test('The same bytes are there once, however often and by however many they are put at once', async () => {
  const folder = await dataFolder();
  const documents = openDocumentFolder(folder);
  const hashes = await Promise.all(Array.from({ length: 20 }, () => documents.put(letter)));
  expect([new Set(hashes), await filesIn(folder)]).toEqual([new Set([hash]), [hash]]);
});

test('An empty document is a document too', async () => {
  const documents = openDocumentFolder(await dataFolder());
  expect(Buffer.from((await documents.get(await documents.put(new Uint8Array()))) ?? [1])).toEqual(Buffer.alloc(0));
});

test('Damaged bytes are a fault, never an answer; put again, the document is whole', async () => {
  const folder = await dataFolder();
  const documents = openDocumentFolder(folder);
  await documents.put(letter);
  await writeFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), 'A letter from Camliova');
  await expect(documents.get(hash)).rejects.toThrow(`Document ${hash} is damaged: its bytes have another hash.`);
  await documents.put(letter);
  expect(Buffer.from((await documents.get(hash)) ?? [])).toEqual(Buffer.from(letter));
});

test('All documents of a folder can be counted up, and nothing else that lies in it', async () => {
  const folder = await dataFolder();
  const documents = openDocumentFolder(join(folder, 'documents'));
  expect(await Array.fromAsync(documents.hashes())).toEqual([]);
  const all = await Promise.all([letter, Buffer.from('One'), Buffer.from('Two')].map((bytes) => documents.put(bytes)));
  await writeFile(join(folder, 'documents', 'notes.txt'), 'not ours');
  expect((await Array.fromAsync(documents.hashes())).toSorted()).toEqual(all.toSorted());
});

describe('What is no hash leads to no file', () => {
  test.each([
    '',
    '..',
    '../secret.key',
    '../../etc/passwd',
    `${'a'.repeat(61)}/..`,
    'A'.repeat(64),
    'a'.repeat(63),
    'a'.repeat(65),
    `${'a'.repeat(64)}\n`,
    `${'a'.repeat(32)}\u0000${'a'.repeat(31)}`,
    '%2e%2e%2f',
  ])('%j', async (wrong) => {
    const folder = await dataFolder();
    await writeFile(join(folder, 'secret.key'), 'secret');
    await mkdir(join(folder, 'documents'));
    const documents = openDocumentFolder(join(folder, 'documents'));
    expect(await documents.get(wrong)).toBeNull();
  });

  test('A hash of which there is no document', async () => {
    expect(await openDocumentFolder(await dataFolder()).get(hash)).toBeNull();
  });
});

test('A document that was kept is read with its type; the first type stays', async () => {
  const records = await recordsIn(await dataFolder());
  expect(await readDocument(records, hash)).toBeNull();
  await keepDocument(records, letter, 'application/pdf');
  await keepDocument(records, letter, 'text/html');
  const read = await readDocument(records, hash);
  expect([read?.type, Buffer.from(read?.bytes ?? [])]).toEqual(['application/pdf', Buffer.from(letter)]);
});

test('A document whose row or file is missing is none', async () => {
  const records = await recordsIn(await dataFolder());
  await records.documents.put(letter);
  expect(await readDocument(records, hash)).toBeNull();
});
