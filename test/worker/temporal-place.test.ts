import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { temporalPlaceOf } from '../../worker/temporal-place.ts';
import { selfSigned } from '../support/certificates.ts';
import { dataFolder } from '../support/data-folders.ts';

async function profiles(): Promise<string> {
  const file = join(await dataFolder(), 'temporal.toml');
  await writeFile(
    file,
    '[profile.default]\naddress = "one.example:7233"\n[profile.towns]\naddress = "towns.example:7233"\nnamespace = "towns"\napi_key = "invented"\n',
  );
  return file;
}

describe('Where Temporal is, by the environment', () => {
  test('An address alone means its namespace default, without encryption', () => {
    expect(temporalPlaceOf({ TEMPORAL_ADDRESS: '127.0.0.1:7233' })).toEqual({
      address: '127.0.0.1:7233',
      namespace: 'default',
      keys: {},
    });
  });

  test('A key means encryption; headers go along', () => {
    const given = { TEMPORAL_ADDRESS: 'towns.example:7233', TEMPORAL_NAMESPACE: 'towns', TEMPORAL_API_KEY: 'invented' };
    expect(temporalPlaceOf({ ...given, TEMPORAL_GRPC_META_TOWN: 'yes' })).toEqual({
      address: 'towns.example:7233',
      namespace: 'towns',
      keys: { apiKey: 'invented', tls: true, metadata: { town: 'yes' } },
    });
  });

  test('Certificates are read from their files', async () => {
    const folder = await dataFolder();
    const { cert, certFile, key } = selfSigned(folder);
    const { keys } = temporalPlaceOf({
      TEMPORAL_ADDRESS: 'towns.example:7233',
      TEMPORAL_TLS_CLIENT_CERT_PATH: certFile,
      TEMPORAL_TLS_CLIENT_KEY_PATH: join(folder, 'key.pem'),
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: certFile,
      TEMPORAL_TLS_SERVER_NAME: 'inner.example',
    });
    const bytes = (text: string) => new Uint8Array(Buffer.from(text));
    expect(keys?.tls).toEqual({
      serverNameOverride: 'inner.example',
      serverRootCACertificate: bytes(cert),
      clientCertPair: { crt: bytes(cert), key: bytes(key) },
    });
  });

  test('A profile of a file says the same, and the environment wins over it', async () => {
    const TEMPORAL_CONFIG_FILE = await profiles();
    expect(temporalPlaceOf({ TEMPORAL_CONFIG_FILE })).toMatchObject({ address: 'one.example:7233', keys: {} });
    const given = { TEMPORAL_CONFIG_FILE, TEMPORAL_PROFILE: 'towns', TEMPORAL_NAMESPACE: 'others' };
    expect(temporalPlaceOf(given)).toEqual({
      address: 'towns.example:7233',
      namespace: 'others',
      keys: { apiKey: 'invented', tls: true },
    });
  });
});

describe('What is missing or wrong is refused by the name of its setting', () => {
  const TEMPORAL_ADDRESS = 'towns.example:7233';
  test.each([
    [
      { TEMPORAL_NAMESPACE: 'towns' },
      'TEMPORAL_ADDRESS is missing: write host:port, such as temporal.example.org:7233.',
    ],
    [
      { TEMPORAL_ADDRESS: 'https://towns.example' },
      'TEMPORAL_ADDRESS is https://towns.example: write host:port, such as temporal.example.org:7233.',
    ],
    [{ TEMPORAL_ADDRESS, TEMPORAL_API_KEY: ' ' }, 'TEMPORAL_API_KEY is empty: take it out.'],
    [
      { TEMPORAL_ADDRESS, TEMPORAL_CONFIG_FILE: '/nowhere.toml' },
      'TEMPORAL_CONFIG_FILE cannot be read: there is no readable file /nowhere.toml.',
    ],
    [
      { TEMPORAL_ADDRESS, TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nowhere.pem' },
      'TEMPORAL_TLS_SERVER_CA_CERT_PATH cannot be read: there is no readable file /nowhere.pem.',
    ],
    [
      { TEMPORAL_ADDRESS, TEMPORAL_TLS_CLIENT_CERT_DATA: 'x' },
      'TEMPORAL_TLS_CLIENT_KEY_PATH is missing: a certificate needs its key.',
    ],
    [
      { TEMPORAL_ADDRESS, TEMPORAL_TLS_DISABLE_HOST_VERIFICATION: 'true' },
      'TEMPORAL_TLS_DISABLE_HOST_VERIFICATION is not known to this SDK: give TEMPORAL_TLS_SERVER_CA_CERT_PATH.',
    ],
  ] as [Record<string, string>, string][])('%j', (given, sentence) => {
    expect(() => temporalPlaceOf(given)).toThrow(new Error(sentence));
  });

  test('a profile that the file has not', async () => {
    const given = { TEMPORAL_CONFIG_FILE: await profiles(), TEMPORAL_PROFILE: 'villages' };
    expect(() => temporalPlaceOf(given)).toThrow(/^TEMPORAL_PROFILE cannot be used: Profile 'villages' not found/);
  });
});
