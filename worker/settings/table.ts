import { z } from 'zod';

/** One setting: how its text is read, whether showing it would give something away, and whether only tests may set it. */
type Kind = { schema: z.ZodType; secret?: true; tests?: true; about: string };

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port: write a number from 0 (any that is free) to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'is not a port: write a number from 0 (any that is free) to 65535');
const path = z.string().trim().min(1);
const address = addressBy(['http:', 'https:'], 'an address such as https://join.example.org').transform((text) =>
  text.replace(/\/+$/, ''),
);
const databaseUrl = addressBy(
  ['postgres:', 'postgresql:'],
  'a PostgreSQL address such as postgres://user:password@host:5432/oasc',
);
const mail = z
  .string()
  .refine(
    (text) => text === 'catch' || isAddressBy(['smtp:', 'smtps:'], text),
    'is neither catch nor a mail server such as smtps://user:password@mail.example.org',
  );
const documents = z
  .string()
  .refine(
    (text) => !/^[a-z0-9+]+:\/\//i.test(text) || (URL.canParse(text) && new URL(text).protocol === 's3:'),
    'is neither a folder nor a bucket such as s3://bucket/prefix',
  );

/** Every setting by its name, in the environment and in `oasc.json` alike. */
export const table = {
  OASC_DATA: { schema: path, about: 'the data folder' },
  ADDRESS: { schema: address, about: 'where people reach site and portal; stands in every mail' },
  HOST: { schema: z.string().trim().min(1), about: 'the interface that the web listens on' },
  PORT: { schema: port, about: 'the port that the web listens on' },
  DATABASE_URL: { schema: databaseUrl, secret: true, about: 'PostgreSQL; records.db of the data folder when absent' },
  OASC_DOCUMENTS: { schema: documents, about: 'where documents are kept: a folder, or s3://bucket/prefix' },
  OASC_MAIL: { schema: mail, secret: true, about: 'the mail server, or catch: mails are kept and never sent' },
  OASC_DKIM_DOMAIN: { schema: z.string().min(1), about: 'the domain that signs mails' },
  OASC_DKIM_SELECTOR: { schema: z.string().min(1), about: 'which key of that domain signs' },
  OASC_DKIM_KEY: { schema: path, secret: true, about: 'the private key that signs mails: its file, or its PEM text' },
  OASC_SEAL: {
    schema: path,
    about: 'the PKCS#12 file of key and certificate that seal letters; a TEST seal when absent',
  },
  OASC_SEAL_PASSWORD: { schema: z.string().min(1), secret: true, about: 'the password of that file' },
  OASC_SEAL_ROOTS: { schema: path, about: 'a PEM file of roots whose seals count, beside those that are known' },
  OASC_TIMESTAMP: {
    schema: address,
    secret: true,
    about: 'the address of a time-stamp authority (RFC 3161); letters are sealed without a trusted time when absent',
  },
  OASC_TIMESTAMP_ROOTS: {
    schema: path,
    about: 'a PEM file of roots of time-stamp authorities; those of seals when absent',
  },
  OASC_TIMESTAMP_POLICY: {
    schema: z.string().regex(/^[0-2](\.\d+)+$/, 'is not a policy: write its numbers, such as 1.3.6.1.4.1.4146.2.3'),
    about: 'the policy under which times must be stamped; any when absent',
  },
  OASC_TRUSTED_LIST: {
    schema: path,
    about: 'a trusted list (ETSI TS 119 612): whose signatures are qualified; nobody’s when absent',
  },
  OASC_TRUSTED_LIST_SIGNER: {
    schema: path,
    about: 'the certificate (PEM) of whoever signs that list; its word is taken when absent',
  },
  OASC_NETWORK: { schema: path, about: 'the file that says which network this is' },
  OASC_TEMPORAL_CLI: { schema: path, about: 'the temporal executable that is started here' },
  OASC_LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error']),
    about: 'the least that is logged',
  },
  OASC_METRICS_PORT: { schema: port, about: 'where Prometheus finds /metrics; nowhere when absent' },
  OASC_FAULT: { schema: z.string().min(1), tests: true, about: 'what breaks, and when' },
  OASC_CLOCK: { schema: path, tests: true, about: 'a file with how many milliseconds the clock is ahead' },
} as const satisfies Record<string, Kind>;

export type SettingName = keyof typeof table;

/** Names that begin alike and belong to somebody else: clients of the staff API, and the recording of histories. */
export const namesOfOthers: readonly string[] = ['OASC_URL', 'OASC_TOKEN', 'OASC_RECORD_HISTORIES'];

/** Whether a name is one that Temporal's own environment configuration reads. */
export function isTemporals(name: string): boolean {
  return (
    /^TEMPORAL_(CONFIG_FILE|PROFILE|ADDRESS|NAMESPACE|API_KEY|CODEC_ENDPOINT|CODEC_AUTH|GRPC_META_[A-Z0-9_]+)$/.test(
      name,
    ) ||
    /^TEMPORAL_TLS(_CLIENT_CERT|_CLIENT_KEY|_SERVER_CA_CERT)_(PATH|DATA)$/.test(name) ||
    /^TEMPORAL_TLS(_SERVER_NAME|_DISABLE_HOST_VERIFICATION)?$/.test(name)
  );
}

/** Whether a setting of Temporal's must not be shown. */
export function isTemporalsSecret(name: string): boolean {
  return /API_KEY|KEY_DATA|CODEC_AUTH|GRPC_META/.test(name);
}

function addressBy(protocols: readonly string[], wanted: string) {
  return z.string().refine((text) => isAddressBy(protocols, text), `is not ${wanted}`);
}

function isAddressBy(protocols: readonly string[], text: string): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '';
}
