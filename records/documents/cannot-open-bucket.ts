import type { BucketAddress } from './bucket-address.ts';

/** Why a bucket cannot be used, and what to do, in a sentence for whoever set its address. */
export function cannotOpenBucket({ bucket, endpoint }: BucketAddress, error: unknown): Error {
  const where = endpoint === null ? '' : ` at ${endpoint}`;
  return new Error(`OASC_DOCUMENTS: the bucket ${bucket}${where} cannot be opened: ${reasonOf(error)}.`, {
    cause: error,
  });
}

/** The HTTP status that an S3 server answered with, or null where it gave no answer. */
export function statusOf(error: unknown): number | null {
  const status = property(property(error, '$metadata'), 'httpStatusCode');
  return typeof status === 'number' ? status : null;
}

function reasonOf(error: unknown): string {
  const name = String(property(error, 'name'));
  if (name === 'CredentialsProviderError')
    return 'no keys were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile';
  switch (statusOf(error)) {
    case 404:
      return 'there is no such bucket; create it, or correct the name';
    case 401:
    case 403:
      return 'the server refuses these keys; they need to list the bucket, and to read and write its objects';
    case 301:
    case 400:
      return 'the server does not take the request; correct the region';
    default:
      return `${messageOf(error)}; correct endpoint and region, or start the server`;
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return message === '' ? `nothing answers there (${String(property(error, 'code') ?? 'no reason given')})` : message;
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
