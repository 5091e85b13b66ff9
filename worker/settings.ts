import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Network } from '../domain/network.ts';
import { type Parsed, type Problem, parsed } from '../domain/problems.ts';
import type { Stores } from '../records/records.ts';
import type { SealSettings } from './adapters/seal/authority.ts';
import { type Given, givenSettings } from './settings/given.ts';
import type { SettingName } from './settings/table.ts';

/** Everything that one installation can be told; read once, at the start of each process. */
export type Settings = {
  /** The absolute path of the data folder. */
  dataFolder: string;
  /** Where people reach site and portal, without a slash at the end; null where nobody said. */
  address: string | null;
  host: string;
  port: number;
  /** PostgreSQL's address; null for `records.db` of the data folder. */
  databaseUrl: string | null;
  /** An absolute folder, or `s3://bucket/prefix`. */
  documents: string;
  /** A mail server's address; `catch` where mails are kept and never sent. */
  mail: string;
  /** `key` is an absolute path, or the PEM text itself. */
  dkim: { domain: string; selector: string; key: string } | null;
  seal: SealSettings;
  networkFile: string;
  temporalCli: string | null;
  /** Whether a development server is started here, since nothing names another. */
  startsServer: boolean;
  /** What Temporal's own environment configuration reads, from wherever it was given. */
  temporal: Readonly<Record<string, string>>;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  metricsPort: number | null;
  /** For tests alone. */
  fault: string | null;
  clockFile: string | null;
};

/** Where settings come from: the environment wins over the file, `oasc.json` of the data folder unless another is named. */
export type Sources = { env?: NodeJS.ProcessEnv; file?: string };

export type SettingsRead = Settings & { given: Given[] };

/** Reads every setting; what is unknown or wrong is refused by its name, all of it at once. */
export async function readSettings({ env = process.env, file }: Sources = {}): Promise<Parsed<SettingsRead>> {
  const from = env['INIT_CWD'] ?? process.cwd();
  const dataFolder = resolve(from, env['OASC_DATA'] || join(projectFolder(), 'data'));
  const read = await givenSettings(env, file ?? join(dataFolder, 'oasc.json'));
  if (!read.ok) return read;
  const { value: given } = read;
  const look = lookUp(given, { dataFolder, from });
  const key = look.value('OASC_DKIM_KEY')?.includes('-----BEGIN') ? 'value' : 'place';
  const dkim = dkimOf(look.value('OASC_DKIM_DOMAIN'), look.value('OASC_DKIM_SELECTOR'), look[key]('OASC_DKIM_KEY'));
  if (!dkim.ok) return dkim;
  const temporal = Object.fromEntries(given.flatMap((one) => (one.temporals ? [[one.name, one.value]] : [])));
  return {
    ok: true,
    value: {
      dataFolder,
      ...ofTheWeb(look),
      ...ofTheRecords(look, dataFolder),
      mail: look.value('OASC_MAIL') ?? 'catch',
      dkim: dkim.value,
      seal: ofTheSeal(look),
      networkFile: look.place('OASC_NETWORK') ?? join(projectFolder(), 'network.json'),
      temporalCli: look.place('OASC_TEMPORAL_CLI'),
      startsServer: Object.keys(temporal).length === 0,
      temporal,
      ...ofOperators(look),
      given,
    },
  };
}

/** What was given under a name: as it was written, or as an absolute path. */
type LookUp = { value(name: SettingName): string | null; place(name: SettingName): string | null };

/** A path in the file is taken from the data folder, where the file lies, and one in the environment from the caller's. */
function lookUp(given: readonly Given[], { dataFolder, from }: { dataFolder: string; from: string }): LookUp {
  const find = (name: SettingName) => given.find((one) => one.name === name);
  return {
    value: (name) => find(name)?.value ?? null,
    place: (name) => {
      const one = find(name);
      return one ? resolve(one.origin === 'file' ? dataFolder : from, one.value) : null;
    },
  };
}

function ofTheWeb({ value }: LookUp): Pick<Settings, 'address' | 'host' | 'port'> {
  const address = value('ADDRESS')?.replace(/\/+$/, '') ?? null;
  return { address, host: value('HOST') ?? '127.0.0.1', port: Number(value('PORT') ?? 4700) };
}

function ofTheRecords({ value, place }: LookUp, dataFolder: string): Pick<Settings, 'databaseUrl' | 'documents'> {
  const documents = value('OASC_DOCUMENTS');
  const folder = documents?.startsWith('s3://') ? documents : place('OASC_DOCUMENTS');
  return { databaseUrl: value('DATABASE_URL'), documents: folder ?? join(dataFolder, 'documents') };
}

function ofTheSeal({ value, place }: LookUp): SealSettings {
  return {
    file: place('OASC_SEAL'),
    password: value('OASC_SEAL_PASSWORD') ?? '',
    roots: place('OASC_SEAL_ROOTS'),
    timestamp: value('OASC_TIMESTAMP'),
    timestampRoots: place('OASC_TIMESTAMP_ROOTS'),
    timestampPolicy: value('OASC_TIMESTAMP_POLICY'),
    trustedList: place('OASC_TRUSTED_LIST'),
    trustedListSigner: place('OASC_TRUSTED_LIST_SIGNER'),
  };
}

function ofOperators({ value, place }: LookUp): Pick<Settings, 'logLevel' | 'metricsPort' | 'fault' | 'clockFile'> {
  const metrics = value('OASC_METRICS_PORT');
  return {
    logLevel: (value('OASC_LOG_LEVEL') ?? 'info') as Settings['logLevel'],
    metricsPort: metrics === null ? null : Number(metrics),
    fault: value('OASC_FAULT'),
    clockFile: place('OASC_CLOCK'),
  };
}

/** Where people reach site and portal: as it was said, or else this machine alone. */
export function addressOf({ address, host, port }: Pick<Settings, 'address' | 'host' | 'port'>): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const shown = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return address ?? `http://${shown}:${port}`;
}

/** Where the records are, as they are opened by it. */
export function storesOf({ databaseUrl, documents }: Pick<Settings, 'databaseUrl' | 'documents'>): Stores {
  return { database: databaseUrl ?? undefined, documents };
}

function dkimOf(domain: string | null, selector: string | null, key: string | null): Parsed<Settings['dkim']> {
  const parts = { OASC_DKIM_DOMAIN: domain, OASC_DKIM_SELECTOR: selector, OASC_DKIM_KEY: key };
  if (domain !== null && selector !== null && key !== null) return { ok: true, value: { domain, selector, key } };
  const missing = Object.entries(parts).filter(([, value]) => value === null);
  if (missing.length === 3) return { ok: true, value: null };
  const message = 'is missing: to sign mails, domain, selector and key are all needed';
  return { ok: false, problems: missing.map(([path]): Problem => ({ file: 'settings', path, message })) };
}

/** Reads `network.json`, the one place that says which network this is; OASC's own is the default. */
export async function readNetwork(file: string = join(projectFolder(), 'network.json')): Promise<Network> {
  const network = parsed(Network, await networkIn(file), file);
  if (network.ok) return network.value;
  const problems = network.problems.map(({ path, message }) => `  ${path} ${message}`).join('\n');
  throw new Error(`${file} does not describe a network:\n${problems}`);
}

async function networkIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The network's file cannot be read (${error.code}): correct OASC_NETWORK, which says ${file}.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON: check quotation marks, commas and brackets.`);
  }
}

/** The folder of the project, whether its sources or its build are running. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
