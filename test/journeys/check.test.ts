import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sha256 as sha256Of } from '../../domain/canonical.ts';
import type { LetterChecked } from '../../domain/letter-checked.ts';
import { membershipOf } from '../../domain/onboarding/state.ts';
import { at, becomesMember, letterOf, staffMember } from '../support/acting.ts';
import { runOasc } from '../support/oasc.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

let system: TestSystem;
let sealed: Uint8Array;
let issued: Uint8Array;

beforeAll(async () => {
  system = await startTestSystem();
  const officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')] as const;
  const id = await becomesMember(system, townLike('Morgenau', 'morgenau'), [officers[0], officers[1]]);
  const city = await at(system, id, 'statement', 'draft');
  const { documents } = system.door.records;
  sealed = (await documents.get(membershipOf(city.stage)?.finalSha256 ?? '')) ?? new Uint8Array();
  issued = (await documents.get(letterOf(city))) ?? new Uint8Array();
}, 120_000);
afterAll(async () => await system.stop());

async function page(bytes: Uint8Array): Promise<string> {
  const body = new FormData();
  body.append('letter', new File([new Uint8Array(bytes)], 'letter.pdf'));
  const html = await (await fetch(`${system.address}/check`, { method: 'POST', body })).text();
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

async function command(bytes: Uint8Array): Promise<[code: number | null, verdict: LetterChecked['verdict']]> {
  const file = join(system.dataFolder, 'asked.pdf');
  writeFileSync(file, bytes);
  const { code, stdout } = await runOasc(['letter', 'check', file, '--json'], { env: { OASC_URL: system.address } });
  return [code, (JSON.parse(stdout) as LetterChecked).verdict];
}

test('ten years on somebody checks the sealed letter: it is genuine, and a test seal says so itself', async () => {
  const text = await page(sealed);
  expect(text).toContain('This is the Letter of Intent that we sealed for Morgenau on');
  expect(text).toContain('This seal is a TEST');
  expect(text).toContain('the signed bytes are intact; the certificate is ours');
  expect(await command(sealed)).toEqual([0, 'ours']);
});

test('the letter as it was sent out does not tell what became of it', async () => {
  expect(await page(issued)).toContain('This copy bears no signature, and says nothing about membership.');
  expect(await command(issued)).toEqual([0, 'ours']);
});

test('a changed byte, bytes behind the end, a cut end and a foreign file are told apart', async () => {
  const changed = Buffer.from(sealed);
  const place = Math.floor(issued.length / 2);
  changed[place] = (changed[place] ?? 0) ^ 1;
  expect(await command(changed)).toEqual([4, 'changed']);
  expect(await command(Buffer.concat([sealed, Buffer.from('\n')]))).toEqual([4, 'additions']);
  expect(await command(sealed.subarray(0, sealed.length - 100))).toEqual([4, 'changed']);
  expect(await command(Buffer.from('not a letter'))).toEqual([3, 'refused']);
  expect(await command(Buffer.from(issued).fill(0x20, 200, 260))).toEqual([5, 'unknown']);
});

test('a letter that a program wrote anew is not known: every word is there, and no byte lies where it was signed', async () => {
  const file = join(system.dataFolder, 'sealed.pdf');
  const anew = join(system.dataFolder, 'anew.pdf');
  writeFileSync(file, sealed);
  const { status } = spawnSync('pdftocairo', ['-pdf', file, anew]);
  if (status !== 0) return console.warn('SKIPPED: a letter that poppler writes anew (Debian: poppler-utils)');
  const { stdout, code } = await runOasc(['letter', 'check', anew], { env: { OASC_URL: system.address } });
  expect([code, stdout.split('\n')[0]]).toEqual([5, '? anew.pdf: Not known']);
});

test('nobody’s file stays: the records hold what they held', async () => {
  const kept: string[] = [];
  for await (const hash of system.door.records.documents.hashes()) kept.push(hash);
  expect(kept.includes(sha256Of(Buffer.from('not a letter')))).toBe(false);
  expect(kept.includes(sha256Of(sealed))).toBe(true);
});
