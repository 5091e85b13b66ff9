import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readInputFolder } from '../../cli/demo/input-folder.ts';
import { type Played, play } from '../../cli/demo/play.ts';
import { type Summary, summarise } from '../../cli/demo/report.ts';
import { dkimRecord, openDkim } from '../../worker/adapters/dkim.ts';
import { readNetwork } from '../../worker/settings.ts';
import { testWithDkimpy, verifiedByDkimpy } from '../support/dkim.ts';
import { findPostgres } from '../support/find-postgres.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { hasS3, type S3Server, startS3 } from '../support/s3.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { sampleArticle, sampleFolder } from '../support/towns.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const key = String(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pem));
const isPossible = findPostgres().programs !== null && hasS3;
const testElsewhere = isPossible ? test : test.skip;
if (!isPossible)
  console.warn('SKIPPED: the journey on PostgreSQL, S3 and SMTP, because PostgreSQL or versitygw is missing');

let postgres: PostgresServer;
let s3: S3Server;
let system: TestSystem;
let played: Played;
let summary: Summary;

beforeAll(async () => {
  if (!isPossible) return;
  const input = await readInputFolder(sampleFolder, { image: async () => null, scan: async () => null });
  if (!input.ok) throw new Error(JSON.stringify(input.problems));
  const sender = (await readNetwork()).sender.email;
  const signature = openDkim({ domain: sender.split('@')[1], selector: 'spring', key }, sender);
  [postgres, s3] = [await startPostgres(), await startS3('documents')];
  const stores = {
    database: await postgres.createDatabase('oasc'),
    documents: `s3://documents/oasc?endpoint=${s3.endpoint}&region=eu-central-1`,
  };
  system = await startTestSystem(undefined, {}, { stores, ...(signature ? { signature } : {}) });
  played = await play(input.value, system, { step: () => {}, say: () => {} });
  summary = await summarise(system, played, input.value.announcement.cities, false);
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await s3?.stop();
  await postgres?.stop();
}, 60_000);

testElsewhere(
  'two cities are carried to the same article, word for word, when nothing is kept in the data folder',
  () => {
    expect(summary.onboardings.map(({ city, stage }) => ({ city, stage }))).toEqual([
      { city: 'tr-camliova', stage: 'announced' },
      { city: 'pl-lakowiec', stage: 'announced' },
    ]);
    const { sha256, publishedSha256, newsletter } = summary.announcement;
    expect({ sha256, publishedSha256, newsletter }).toEqual({
      sha256: sampleArticle,
      publishedSha256: sampleArticle,
      newsletter: { recipients: 3, sent: 3 },
    });
  },
);

testElsewhere('the records are in the database and the documents in the bucket, and nowhere else', async () => {
  const inFolder = await readdir(system.dataFolder);
  expect(inFolder.filter((name) => name.startsWith('records.db') || name === 'documents')).toEqual([]);
  expect((await readdir(s3.folder, { recursive: true })).length).toBeGreaterThan(40);
});

testElsewhere('every effect has its receipt, each mail came once, and the audit holds', async () => {
  const deliveries = await played.officers[0].ask<{ id: string; state: string }[]>('/mails');
  expect(deliveries.filter(({ state }) => state !== 'done')).toEqual([]);
  const ids = (await system.catcher.mails()).map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(summary.audit.verified).toBe(true);
});

(isPossible ? testWithDkimpy : test.skip)('every mail that arrived carries a signature that holds', async () => {
  const mails = await system.catcher.mails();
  const said = await Promise.all(
    mails.map(async ({ file }) => verifiedByDkimpy(await readFile(file), dkimRecord(key))),
  );
  expect(mails.length).toBe(summary.mails.length);
  expect(new Set(said.map((one) => one.split(' ')[0]))).toEqual(new Set(['True']));
});
