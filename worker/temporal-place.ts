import { readFileSync } from 'node:fs';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnectionOptions } from '@temporalio/worker';

/** Where Temporal is, for the client and the worker alike; the keys of a connection are never written anywhere. */
export type TemporalPlace = {
  address: string;
  namespace: string;
  keys?: { apiKey?: string; tls?: NonNullable<NativeConnectionOptions['tls']>; metadata?: Record<string, string> };
};

/** What a client or a worker connects with. */
export function connectionOptionsOf({ address, keys = {} }: TemporalPlace) {
  return { address, ...keys };
}

/**
 * Where Temporal is, by the SDK's own environment configuration (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`,
 * `TEMPORAL_API_KEY`, `TEMPORAL_TLS…`, or a profile of a file). A file is read only where `TEMPORAL_PROFILE` or
 * `TEMPORAL_CONFIG_FILE` asks for one, so that what lies in somebody's home never decides. Throws a sentence that names
 * the setting which is missing or wrong.
 */
export function temporalPlaceOf(given: Readonly<Record<string, string>>): TemporalPlace {
  for (const [name, value] of Object.entries(given))
    if (value.trim() === '') throw wrong(name, 'is empty: take it out');
  const read = configOf(given);
  const { address, apiKey, tls, metadata } = read.connectionOptions;
  if (address === undefined)
    throw wrong('TEMPORAL_ADDRESS', 'is missing: write host:port, such as temporal.example.org:7233');
  if (!/^[^\s/:]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i.test(address))
    throw wrong('TEMPORAL_ADDRESS', `is ${address}: write host:port, such as temporal.example.org:7233`);
  const namespace = read.namespace ?? 'default';
  return {
    address,
    namespace,
    keys: {
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(tls === undefined ? {} : { tls }),
      ...(metadata === undefined ? {} : { metadata }),
    } as NonNullable<TemporalPlace['keys']>,
  };
}

function configOf(given: Readonly<Record<string, string>>) {
  const file = given['TEMPORAL_CONFIG_FILE'];
  if (file !== undefined) mustBeReadable('TEMPORAL_CONFIG_FILE', file);
  for (const name of ['CLIENT_CERT', 'CLIENT_KEY', 'SERVER_CA_CERT'] as const) {
    const path = given[`TEMPORAL_TLS_${name}_PATH`];
    if (path !== undefined) mustBeReadable(`TEMPORAL_TLS_${name}_PATH`, path);
  }
  const has = (name: string) =>
    `TEMPORAL_TLS_CLIENT_${name}_PATH` in given || `TEMPORAL_TLS_CLIENT_${name}_DATA` in given;
  if (has('CERT') && !has('KEY'))
    throw wrong('TEMPORAL_TLS_CLIENT_KEY_PATH', 'is missing: a certificate needs its key');
  if (has('KEY') && !has('CERT'))
    throw wrong('TEMPORAL_TLS_CLIENT_CERT_PATH', 'is missing: a key needs its certificate');
  if ('TEMPORAL_TLS_DISABLE_HOST_VERIFICATION' in given)
    throw wrong(
      'TEMPORAL_TLS_DISABLE_HOST_VERIFICATION',
      'is not known to this SDK: give TEMPORAL_TLS_SERVER_CA_CERT_PATH',
    );
  const asksForFile = file !== undefined || 'TEMPORAL_PROFILE' in given;
  try {
    return loadClientConnectConfig({ overrideEnvVars: { ...homeOf(), ...given }, disableFile: !asksForFile });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw wrong(
      message.startsWith('Profile') ? 'TEMPORAL_PROFILE' : 'TEMPORAL_CONFIG_FILE',
      `cannot be used: ${message}`,
    );
  }
}

/** Where the SDK looks for the file, when only a profile is named. */
function homeOf(): Record<string, string> {
  const names = ['HOME', 'XDG_CONFIG_HOME', 'APPDATA'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function mustBeReadable(name: string, path: string): void {
  try {
    readFileSync(path);
  } catch {
    throw wrong(name, `cannot be read: there is no readable file ${path}`);
  }
}

function wrong(name: string, what: string): Error {
  return new Error(`${name} ${what}.`);
}
