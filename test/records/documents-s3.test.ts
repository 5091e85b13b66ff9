import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256 } from '../../domain/canonical.ts';
import { openDocumentBucket } from '../../records/documents-s3.ts';
import { openRecords } from '../../records/records.ts';
import { dataFolder } from '../support/data-folders.ts';
import { hasS3, type S3Server, startS3, testWithS3 } from '../support/s3.ts';

const letter = new TextEncoder().encode('A letter from Çamlıova');
const hash = sha256(letter);

let server: S3Server;
beforeAll(async () => {
  if (hasS3) server = await startS3('letters');
});
afterAll(async () => await server?.stop());

let count = 0;
/** A place of its own in the bucket for each test. */
function place(): { url: string; folder: string } {
  count += 1;
  return {
    url: `s3://letters/towns/${count}?endpoint=${server.endpoint}&region=eu-central-1`,
    folder: join(server.folder, 'letters', 'towns', String(count)),
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

testWithS3('A document is found by the hash of its bytes, under a key named by its first signs', async () => {
  const { url, folder } = place();
  const documents = await openDocumentBucket(url);
  expect(await documents.put(letter)).toBe(hash);
  expect(await readFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash))).toEqual(Buffer.from(letter));
  expect(Buffer.from((await documents.get(hash)) ?? [])).toEqual(Buffer.from(letter));
  expect(await documents.get(sha256('Another'))).toBeNull();
  expect(await documents.get('../letters')).toBeNull();
});

testWithS3('The same bytes are there once, however often and by however many they are put at once', async () => {
  const { url, folder } = place();
  const stores = await Promise.all([openDocumentBucket(url), openDocumentBucket(url)]);
  const hashes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => stores[index % 2]?.put(letter) ?? Promise.resolve('')),
  );
  expect([new Set(hashes), await filesIn(folder)]).toEqual([new Set([hash]), [hash]]);
});

testWithS3('An empty document is a document too, and a scan of many pages as well', async () => {
  const documents = await openDocumentBucket(place().url);
  expect(Buffer.from((await documents.get(await documents.put(new Uint8Array()))) ?? [1])).toEqual(Buffer.alloc(0));
  const scan = createHash('shake256', { outputLength: 12 * 1024 * 1024 })
    .update('scan')
    .digest();
  expect(Buffer.compare((await documents.get(await documents.put(scan))) ?? new Uint8Array(), scan)).toBe(0);
});

testWithS3('Damaged bytes are a fault, never an answer; put again, the document is whole', async () => {
  const { url, folder } = place();
  const documents = await openDocumentBucket(url);
  await documents.put(letter);
  await writeFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), 'A letter from Çamlıovo');
  await expect(documents.get(hash)).rejects.toThrow(`Document ${hash} is damaged: its bytes have another hash.`);
  await documents.put(letter);
  expect(Buffer.from((await documents.get(hash)) ?? [])).toEqual(Buffer.from(letter));
});

testWithS3('All documents of a bucket can be counted up, and nothing else of it', async () => {
  const { url } = place();
  const documents = await openDocumentBucket(url);
  const other = await openDocumentBucket(place().url);
  const all = await Promise.all([letter, Buffer.from('One'), Buffer.from('Two')].map((bytes) => documents.put(bytes)));
  await other.put(Buffer.from('Three'));
  expect((await Array.fromAsync(documents.hashes())).toSorted()).toEqual(all.toSorted());
});

testWithS3('The records of a data folder keep their documents in a bucket when told so', async () => {
  const { url } = place();
  const folder = await dataFolder();
  const records = await openRecords(folder, { documents: url });
  await records.documents.put(letter);
  await records.close();
  expect(await readdir(folder)).not.toContain('documents');
  expect(Buffer.from((await (await openDocumentBucket(url)).get(hash)) ?? [])).toEqual(Buffer.from(letter));
});

describe('An address that cannot be used is refused, with what to do', () => {
  test.each([
    [
      'http://letters',
      'OASC_DOCUMENTS is not the address of a bucket: write s3://bucket/prefix?endpoint=https://…&region=….',
    ],
    [
      's3:///towns',
      'OASC_DOCUMENTS is not the address of a bucket: write s3://bucket/prefix?endpoint=https://…&region=….',
    ],
    [
      's3://letters?regoin=eu-central-1',
      'OASC_DOCUMENTS has the unknown part regoin: write s3://bucket/prefix?endpoint=https://…&region=….',
    ],
    ['s3://letters?endpoint=127.0.0.1', 'OASC_DOCUMENTS has an endpoint that is not an http or https address.'],
    [
      's3://id:secret@letters',
      'OASC_DOCUMENTS holds keys: give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or in a profile.',
    ],
  ])('%s', async (url, sentence) => {
    await expect(openDocumentBucket(url)).rejects.toThrow(new Error(sentence));
  });

  testWithS3('a bucket that is not there', async () => {
    await expect(openDocumentBucket(`s3://others?endpoint=${server.endpoint}&region=eu-central-1`)).rejects.toThrow(
      `OASC_DOCUMENTS: the bucket others at ${server.endpoint} cannot be opened: there is no such bucket; create it, or correct the name.`,
    );
  });

  testWithS3('a region that is not the bucket’s', async () => {
    await expect(openDocumentBucket(`s3://letters?endpoint=${server.endpoint}&region=us-east-1`)).rejects.toThrow(
      'cannot be opened: the server does not take the request; correct the region.',
    );
  });

  testWithS3('keys that the server does not know', async () => {
    const right = process.env['AWS_SECRET_ACCESS_KEY'];
    process.env['AWS_SECRET_ACCESS_KEY'] = 'wrong';
    await expect(openDocumentBucket(place().url)).rejects.toThrow('the server refuses these keys; they need to list');
    process.env['AWS_SECRET_ACCESS_KEY'] = right;
  });

  testWithS3('a server that is not there', async () => {
    await expect(openDocumentBucket('s3://letters?endpoint=http://127.0.0.1:1')).rejects.toThrow(
      /^OASC_DOCUMENTS: the bucket letters at http:\/\/127\.0\.0\.1:1 cannot be opened: .*start the server\.$/,
    );
  });
});
