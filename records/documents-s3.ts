import {
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadBucketCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { sha256 } from '../domain/canonical.ts';
import type { Sha256 } from '../domain/ids.ts';
import { type BucketAddress, bucketAddressOf } from './documents/bucket-address.ts';
import { cannotOpenBucket, statusOf } from './documents/cannot-open-bucket.ts';
import { type DocumentStore, documentOf, isHash } from './documents.ts';

/**
 * A document store in a bucket, by `s3://bucket/prefix?endpoint=…&region=…` (both optional), each document at
 * `prefix/ab/cd/<hash>`; keys from the environment or profile, as every S3 program reads them. Throws a sentence that
 * names OASC_DOCUMENTS where it cannot be used.
 */
export async function openDocumentBucket(url: string): Promise<DocumentStore> {
  const address = bucketAddressOf(url);
  const client = new S3Client(configOf(address));
  try {
    await client.send(new HeadBucketCommand({ Bucket: address.bucket }));
  } catch (error) {
    client.destroy();
    throw cannotOpenBucket(address, error);
  }
  const place = (hash: Sha256) => ({
    Bucket: address.bucket,
    Key: `${address.prefix}${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`,
  });
  const read = (hash: Sha256) => readObject(client, place(hash));
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      const order = { ...place(hash), Body: bytes, ContentLength: bytes.length, ChecksumSHA256: checksumOf(hash) };
      if (await isPutFirst(client, order)) return hash;
      const kept = await read(hash);
      // What was damaged behind the server's back is put right.
      if (kept === null || sha256(kept) !== hash) await client.send(new PutObjectCommand(order));
      return hash;
    },
    get: async (hash) => (isHash(hash) ? documentOf(hash, await read(hash)) : null),
    hashes: () => hashesUnder(client, { Bucket: address.bucket, Prefix: address.prefix }),
  };
}

function configOf({ endpoint, region }: BucketAddress): S3ClientConfig {
  return {
    // A server of one's own answers to any region, and knows its buckets by path.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(region === null ? (endpoint === null ? {} : { region: 'us-east-1' }) : { region }),
    // The bytes are compared with their hash here, whoever kept them.
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
  };
}

/** As S3 writes a hash; the server compares it with the bytes before it keeps anything. */
function checksumOf(hash: Sha256): string {
  return Buffer.from(hash, 'hex').toString('base64');
}

/** Puts an object where there is none; false where there is one already. */
async function isPutFirst(client: S3Client, order: PutObjectCommandInput): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.send(new PutObjectCommand({ ...order, IfNoneMatch: '*' }));
      return true;
    } catch (error) {
      const status = statusOf(error);
      if (status === 412) return false;
      // 409: somebody else is putting the same document at this moment.
      if (status !== 409 || tries === 5) throw error;
    }
  }
}

async function readObject(client: S3Client, place: GetObjectCommandInput): Promise<Uint8Array | null> {
  try {
    const found = await client.send(new GetObjectCommand(place));
    return (await found.Body?.transformToByteArray()) ?? null;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

async function* hashesUnder(client: S3Client, place: { Bucket: string; Prefix: string }): AsyncIterable<Sha256> {
  for await (const page of paginateListObjectsV2({ client }, place))
    for (const { Key = '' } of page.Contents ?? []) {
      const name = Key.slice(Key.lastIndexOf('/') + 1);
      if (isHash(name)) yield name;
    }
}
