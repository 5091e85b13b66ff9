import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { sha256 as sha256Of } from '../../domain/canonical.ts';
import type { ScanPaper } from '../../domain/case-papers.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { bodyOf } from '../../records/papers.ts';
import type { StaffMember } from '../../records/staff.ts';
import { uploadScan } from '../../service/letter/uploading.ts';
import { appointStaff } from '../../service/staff.ts';
import { applied, at, decide, letterOf, refusedWith, staffMember, taken, visit } from '../support/acting.ts';
import { bombs } from '../support/hostile-files.ts';
import { authority, signedPdf } from '../support/signing-peers.ts';
import { everyHistory, startTestSystem, type TestSystem } from '../support/system.ts';
import { scannedLetter, type Town, townLike } from '../support/towns.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-handed-in-'));
const root = authority(folder, 'Authority of Towns');
const signatory = { name: 'Defne Ardıç', title: 'Mayor of Çamlıova', capacity: 'office-holder' };
let system: TestSystem;
let ada: StaffMember;

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada');
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function accepted(name: string, slug: string): Promise<{ town: Town; id: string }> {
  const town = townLike(name, slug);
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  return { town, id };
}

async function paperOf({ acts }: Onboarding): Promise<ScanPaper> {
  const upload = acts.findLast((act) => act.kind === 'upload');
  if (!upload) throw new Error('Nothing was handed in.');
  return await bodyOf<ScanPaper>(system.door.records.database, upload.paper);
}

test('a scan is kept as it came, and city and staff look at its pages as pictures', async () => {
  const { town, id } = await accepted('Wolkenried', 'wolkenried');
  const visitor = await visit(system, town.mayor, 'letter');
  const file = scannedLetter();
  const view = taken(await uploadScan(system.door, visitor, { signatory }, file, randomUUID()));
  expect(view.acts.findLast((act) => act.kind === 'upload')).toMatchObject({
    sha256: sha256Of(file),
    signing: 'scan',
    flags: [],
    level: { claimed: 'hand-signed', verified: 'hand-signed' },
  });
  const { type, size, pictures = [], found } = await paperOf(view);
  expect({ type, size, found }).toEqual({
    type: 'application/pdf',
    size: file.length,
    found: { signing: 'scan', level: { claimed: 'hand-signed', verified: 'hand-signed' }, flags: [], signatures: [] },
  });
  const { token } = await appointStaff(system.door, 'Chiara', ['reviewer']);
  const headers = { authorization: `Bearer ${token}` };
  const [first] = pictures;
  const forStaff = await fetch(`${system.address}/api/cases/${id}/documents/${first?.sha256}`, { headers });
  const forCity = await fetch(`${system.address}/join/${visitor.token}/scan/1`);
  const seen = await Promise.all([forStaff, forCity].map(async (answer) => Buffer.from(await answer.arrayBuffer())));
  expect([pictures.length, forStaff.headers.get('content-type'), forCity.headers.get('content-type')]).toEqual([
    1,
    'image/png',
    'image/png',
  ]);
  expect(seen.map((bytes) => sha256Of(bytes))).toEqual([first?.sha256, first?.sha256]);
  expect((await sharp(seen[0]).metadata()).width).toEqual(first?.width);
  expect((await fetch(`${system.address}/join/${visitor.token}/scan/2`)).status).toEqual(404);
  const { town: other } = await accepted('Nebelau', 'nebelau');
  const stranger = await visit(system, other.mayor, 'letter');
  expect((await fetch(`${system.address}/join/${stranger.token}/scan/1`)).status).toEqual(404);
});

test('a letter that the mayor signed with a certificate is taken byte for byte, and what was found is recorded as found', async () => {
  const { town } = await accepted('Quellstadt', 'quellstadt');
  const visitor = await visit(system, town.mayor, 'letter');
  const issued = await system.door.records.documents.get(letterOf(visitor.city));
  const file = signedPdf(Buffer.from(issued ?? []), { by: root.certifies('Defne Ardic'), root });
  const view = taken(await uploadScan(system.door, visitor, { signatory }, file, randomUUID()));
  // Nobody here vouches for that authority: the bytes hold, the level does not.
  expect(view.acts.findLast((act) => act.kind === 'upload')).toMatchObject({
    sha256: sha256Of(file),
    signing: 'elsewhere',
    flags: ['level'],
    level: { claimed: 'AdES', verified: 'none' },
  });
  expect(await system.door.records.documents.get(sha256Of(file))).toEqual(file);
  expect((await paperOf(view)).found?.signatures).toMatchObject([
    { signer: 'Defne Ardic', issuer: 'Authority of Towns', intact: true, covers: 'all', certificate: 'unknown' },
  ]);
  expect(await everyHistory(system)).not.toContain('Defne Ardic');
});

test('a certificate under another paper than ours, and one whose bytes changed, are flagged and not thrown away', async () => {
  const { town } = await accepted('Steinbruck', 'steinbruck');
  const visitor = await visit(system, town.mayor, 'letter');
  const own = signedPdf(Buffer.from(scannedLetter()), { by: root.certifies('Some Mayor'), root });
  const view = taken(await uploadScan(system.door, visitor, { signatory }, own, randomUUID()));
  expect(view.acts.findLast((act) => act.kind === 'upload')).toMatchObject({
    signing: 'elsewhere',
    flags: ['bytes', 'level'],
  });
});

test('a file that would exhaust whoever opens it is refused with what to do, and the service goes on', async () => {
  const { town, id } = await accepted('Tannwald', 'tannwald');
  const visitor = await visit(system, town.mayor, 'letter');
  const [bomb] = bombs();
  expect(
    refusedWith(await uploadScan(system.door, visitor, { signatory }, bomb?.bytes ?? Buffer.alloc(0), randomUUID())),
  ).toEqual({
    code: 'invalid',
    problems: [
      { path: 'scan', message: 'takes too long to be read: print it to a new PDF, or scan it, and send that' },
    ],
  });
  expect((await at(system, id, 'letter', 'sign')).acts.map(({ kind }) => kind)).toEqual([
    'applied',
    'accept',
    'letter-issued',
  ]);
});
