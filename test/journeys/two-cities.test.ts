import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DemoInput, readInputFolder } from '../../cli/demo/input-folder.ts';
import { type Played, play } from '../../cli/demo/play.ts';
import { type Summary, summarise } from '../../cli/demo/report.ts';
import { announcementAddress, onboardingAddress } from '../../workflows/addresses.ts';
import { everyHistory, recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { sampleArticle, sampleFolder } from '../support/towns.ts';

let system: TestSystem;
let input: DemoInput;
let played: Played;
let summary: Summary;

beforeAll(async () => {
  const read = await readInputFolder(sampleFolder, { image: async () => null, scan: async () => null });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  input = read.value;
  system = await startTestSystem();
  played = await play(input, system, { step: () => {}, say: () => {} });
  summary = await summarise(system, played, input.announcement.cities, true);
  await recordHistories(system, 'two-cities', workflowIds());
}, 120_000);
afterAll(async () => await system.stop());

function workflowIds(): Record<string, string> {
  const cases = [...played.cases.values()].map((id, index) => [`city-${index + 1}`, onboardingAddress(id)] as const);
  return { ...Object.fromEntries(cases), announcement: announcementAddress(played.announcement, 1) };
}

test('two cities apply, sign, give their words and are announced together', () => {
  expect(summary.onboardings.map(({ city, stage }) => ({ city, stage }))).toEqual([
    { city: 'tr-camliova', stage: 'announced' },
    { city: 'pl-lakowiec', stage: 'announced' },
  ]);
  expect(summary.announcement.title).toBe('Çamlıova and Łąkowiec Join OASC');
  expect(summary.announcement.slug).toBe('camliova-and-lakowiec-join-oasc');
});

test('what was approved is what is published, read back from the page itself', () => {
  expect([summary.announcement.publishedSha256, summary.announcement.sha256]).toEqual([sampleArticle, sampleArticle]);
  expect(summary.announcement.newsletter).toEqual({ recipients: 3, sent: 3 });
});

test('a letter that was signed by hand is kept byte for byte as it came, beside the finished one', async () => {
  const scan = await readFile(join(sampleFolder, 'cities/lakowiec/signed-letter.pdf'));
  const { signedSha256, file } = summary.onboardings[1]?.letter ?? { signedSha256: '', file: null };
  const kept = await system.door.records.documents.get(signedSha256);
  expect(Buffer.compare(kept ?? new Uint8Array(), scan)).toBe(0);
  expect(Buffer.compare(await readFile(file ?? ''), scan)).not.toBe(0);
});

test('every effect has its receipt, and none is left open', async () => {
  const deliveries = await played.officers[0].ask<{ id: string; state: string }[]>('/mails');
  expect(deliveries.filter(({ state }) => state !== 'done')).toEqual([]);
  const mails = (await system.catcher.mails()).map(({ messageId }) => messageId);
  expect(new Set(mails).size).toBe(mails.length);
});

test('the audit holds, and each act is in it once', async () => {
  const { entries, verified } = summary.audit;
  expect(verified).toBe(true);
  expect(entries).toBeGreaterThan(30);
});

test('Temporal keeps no name, no address, no reason and no word of anybody', async () => {
  const decoded = await everyHistory(system);
  const files = ['temporal.db', 'temporal.db-wal'].map((name) =>
    readFile(join(system.dataFolder, name)).catch(() => Buffer.alloc(0)),
  );
  const database = Buffer.concat(await Promise.all(files));
  const words = personalWords(input);
  expect(words.length).toBeGreaterThan(30);
  expect(words.filter((word) => decoded.includes(word) || database.includes(word))).toEqual([]);
  expect([decoded, database].map((kept) => kept.includes('tr-camliova.1/mail/'))).toEqual([true, true]);
});

/** Every name, address, e-mail, reason and quote of an input, also in the form that JSON gives it. */
function personalWords({ announcement, cities }: DemoInput): string[] {
  const found: string[] = [announcement.author.name, ...(announcement.mailingList ?? []).map(({ email }) => email)];
  for (const { application, statement, letter } of cities) {
    const { contacts, officeHolder, mandate, motivation, claims, authority } = application;
    found.push(
      officeHolder.name,
      officeHolder.email,
      mandate.reference,
      motivation,
      authority.legalName,
      authority.website,
    );
    found.push(...contacts.flatMap(({ name, email }) => [name, email]), ...claims.map(({ text }) => text));
    found.push(statement.speaker.name, letter.signatory.name, officeHolder.title);
    for (const block of statement.section.blocks) {
      const parts = 'quote' in block ? [block] : block.paragraph;
      found.push(...parts.map((part) => (typeof part === 'string' ? part : part.quote.text)));
    }
  }
  found.push('Ada Lindqvist', 'Bram Okafor');
  const long = found.filter((word) => word.trim().length > 6);
  return [...new Set(long.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))];
}
