import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sha256 } from '../../domain/canonical.ts';
import { appointStaff } from '../../service/staff.ts';
import { applied, at, decide, letterOf, signatureOf, signed, staffMember, taken, visit } from '../support/acting.ts';
import { runOasc } from '../support/oasc.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';
import { unzipped } from '../support/unzipped.ts';

const missing = ['sha256sum', 'openssl', 'pdfsig', 'pdftotext', 'sh'].filter(
  (tool) => spawnSync(tool, ['--version']).error !== undefined,
);
if (missing.length > 0)
  console.warn(`SKIPPED: the steps of an evidence pack, because ${missing.join(', ')} cannot be run.`);
const testWithTools = missing.length > 0 ? test.skip : test;

const folder = mkdtempSync(join(tmpdir(), 'oasc-evidence-'));
const town = townLike('Lindenau', 'lindenau');
let system: TestSystem;
let id: string;
let files: Map<string, Buffer>;

beforeAll(async () => {
  system = await startTestSystem();
  const [ada, bram] = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
  id = await applied(system, town);
  // Another city's acts stand between those of this one.
  await applied(system, townLike('Nachbarstadt', 'nachbarstadt'));
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  await signed(system, town);
  const { stage } = await at(system, id, 'letter', 'verify');
  taken(await decide(system, ada, id, { kind: 'verify', sha256: signatureOf(stage) }));
  taken(await decide(system, bram, id, { kind: 'countersign' }));
  await at(system, id, 'statement', 'draft');
  const file = join(folder, 'pack.zip');
  const { token } = await appointStaff(system.door, 'Chiara', ['reviewer']);
  const env = { OASC_URL: system.address, OASC_TOKEN: token };
  const { code, stderr } = await runOasc(['letter', 'evidence', 'lindenau', '--file', file], { env });
  expect([code, stderr]).toEqual([0, '']);
  files = unzipped(readFileSync(file));
}, 120_000);
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Lays the files out, with what somebody changed, and gives the folder. */
function laidOut(changed: ReadonlyMap<string, Buffer> = new Map()): string {
  const place = mkdtempSync(join(folder, 'out-'));
  for (const [path, bytes] of [...files, ...changed]) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  return join(place, `${id}-evidence`);
}

/** The steps as the explanation in the pack has them, each by what it says where all is well. */
function steps(): string[] {
  const readme = files.get(`${id}-evidence/README.txt`)?.toString() ?? '';
  return [...readme.matchAll(/^ {4}\$ (.+)$/gm)].map(([, step]) => step ?? '');
}

function follow(place: string): string[] {
  return steps().map((step) => {
    const { stdout, stderr, status } = spawnSync('sh', ['-c', step], { cwd: place, encoding: 'utf8' });
    return `${status} ${stdout}${stderr}`.replace(/\s+/g, ' ').trim();
  });
}

testWithTools('whoever follows the steps in the pack, with tools of others alone, finds all well', () => {
  const [complete, seal, chain, ...others] = follow(laidOut());
  expect(complete).toEqual('0');
  expect(seal).toContain('Signature is Valid.');
  expect(chain).toContain('OK');
  expect(others.filter((said) => said !== '0' && !said.includes('Signature is Valid.'))).toEqual([]);
  expect(others.length).toBeGreaterThanOrEqual(3);
});

test('it holds the letter and the audit of this city, and nothing of another', async () => {
  const city = await at(system, id, 'statement');
  const documents = [...files].map(([path, bytes]) => [path.slice(`${id}-evidence/`.length), bytes] as const);
  const named = new Map(documents);
  expect(sha256(named.get('letter/sent-for-signing.pdf') ?? Buffer.alloc(0))).toEqual(letterOf(city));
  const entries = documents
    .filter(([path]) => path.startsWith('audit/entries/'))
    .map(([, bytes]) => JSON.parse(bytes.toString()) as { subject: string; kind: string });
  expect(new Set(entries.map(({ subject }) => subject))).toEqual(new Set([id]));
  expect(entries.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['applied', 'sign', 'verify', 'countersign', 'letter-sealed']),
  );
  const all = documents.map(([, bytes]) => bytes.toString('latin1')).join('');
  expect(all).not.toMatch(/nachbarstadt/i);
  const links = named.get('audit/chain.txt')?.toString().trim().split('\n').length ?? 0;
  expect(links).toBeGreaterThan(entries.length);
});

testWithTools(
  'whoever changes a letter, an entry or the chain, and makes the list of fingerprints anew, is found out',
  () => {
    const good = follow(laidOut()).join('\n');
    const prefix = `${id}-evidence/`;
    const paths = [...files.keys()].filter((path) => /\/(letter\/(sealed|sent)|audit\/)/.test(path));
    const undetected: string[] = [];
    for (const path of paths) {
      const bytes = Buffer.from(files.get(path) ?? []);
      const place = Math.floor(bytes.length / 2);
      bytes[place] = bytes[place] === 0x31 ? 0x32 : 0x31;
      const changed = new Map([[path, bytes]]);
      const sums = [...files]
        .filter(([one]) => !one.endsWith('SHA256SUMS'))
        .map(([one, was]) => `${sha256(changed.get(one) ?? was)}  ${one.slice(prefix.length)}\n`);
      changed.set(`${prefix}SHA256SUMS`, Buffer.from(sums.join('')));
      if (follow(laidOut(changed)).join('\n') === good) undetected.push(path);
    }
    expect([paths.length > 10, undetected]).toEqual([true, []]);
  },
  120_000,
);

testWithTools(
  'whoever forges an entry, and every hash after it, is found out by the end that the certificate prints',
  () => {
    const prefix = `${id}-evidence/`;
    const textOf = (path: string) => files.get(`${prefix}${path}`)?.toString() ?? '';
    const signing = [...files].find(
      ([path, bytes]) => path.includes('audit/entries/') && bytes.includes('"kind":"sign"'),
    );
    const [path = '', was = Buffer.alloc(0)] = signing ?? [];
    const forged = Buffer.from(was.toString().replace(/"at":"\d{4}/, '"at":"2020'));
    const number = Number(/(\d+)\.json$/.exec(path)?.[1]);
    let previous = textOf('audit/start.txt').trim();
    const links = textOf('audit/chain.txt')
      .trim()
      .split('\n')
      .map((line) => {
        const [at = '', content = ''] = line.split(' ');
        const now = Number(at) === number ? sha256(forged) : content;
        previous = sha256(`${at} ${previous} ${now}`);
        return `${at} ${now} ${previous}\n`;
      });
    const changed = new Map([
      [path, forged],
      [`${prefix}audit/chain.txt`, Buffer.from(links.join(''))],
    ]);
    const sums = [...files]
      .filter(([one]) => !one.endsWith('SHA256SUMS'))
      .map(([one, bytes]) => `${sha256(changed.get(one) ?? bytes)}  ${one.slice(prefix.length)}\n`);
    changed.set(`${prefix}SHA256SUMS`, Buffer.from(sums.join('')));
    const said = follow(laidOut(changed));
    const good = follow(laidOut());
    expect(said.filter((one, index) => one !== good[index])).toEqual(['0 the certificate knows another log']);
  },
);

test('the city takes its own pack by its link, and nobody else does', async () => {
  const contact = await visit(system, town.main, 'status');
  const answer = await fetch(`${system.address}/join/${contact.token}/evidence.zip`);
  const taken = unzipped(Buffer.from(await answer.arrayBuffer()));
  expect([...taken.keys()]).toEqual([...files.keys()]);
  const other = await visit(system, townLike('Nachbarstadt', 'nachbarstadt').main, 'status');
  expect((await fetch(`${system.address}/join/${other.token}/evidence.zip`)).status).toEqual(404);
});
