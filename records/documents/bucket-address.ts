/** Where a bucket is; `prefix` is empty or ends with a slash. */
export type BucketAddress = { bucket: string; prefix: string; endpoint: string | null; region: string | null };

const form = 's3://bucket/prefix?endpoint=https://…&region=…';

/** Reads the address of a bucket; throws a sentence that names OASC_DOCUMENTS and what is wrong with its value. */
export function bucketAddressOf(url: string): BucketAddress {
  const read = URL.parse(url);
  if (read === null || read.protocol !== 's3:' || read.hostname === '')
    throw wrong(`is not the address of a bucket: write ${form}`);
  if (read.username !== '' || read.password !== '')
    throw wrong('holds keys: give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or in a profile');
  for (const name of read.searchParams.keys())
    if (name !== 'endpoint' && name !== 'region') throw wrong(`has the unknown part ${name}: write ${form}`);
  const endpoint = read.searchParams.get('endpoint');
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    throw wrong('has an endpoint that is not an http or https address');
  const prefix = decodeURIComponent(read.pathname).replace(/^\/+|\/+$/g, '');
  return {
    bucket: read.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    endpoint,
    region: read.searchParams.get('region'),
  };
}

function wrong(what: string): Error {
  return new Error(`OASC_DOCUMENTS ${what}.`);
}
