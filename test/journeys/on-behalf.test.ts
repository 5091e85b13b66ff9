import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { StaffMember } from '../../records/staff.ts';
import { showOnboarding } from '../../service/case-file.ts';
import { appointStaff } from '../../service/staff.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import { applied, at, decide, refusedWith, settleAll, signatureOf, taken } from '../support/acting.ts';
import { recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { scannedLetter, type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: StaffMember & { token: string };
let bram: StaffMember & { token: string };

beforeAll(async () => {
  system = await startTestSystem();
  ada = await appointStaff(system.door, 'Ada', ['reviewer', 'editor', 'approver']);
  bram = await appointStaff(system.door, 'Bram', ['reviewer', 'editor', 'approver']);
});
afterAll(async () => await system.stop());

async function accepted(name: string, slug: string): Promise<{ town: Town; id: string; version: number }> {
  const town = townLike(name, slug);
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  return { town, id, version: (await at(system, id, 'letter', 'sign')).version };
}

/** Hands a scan in through the API, as a command or a screen would. */
async function scan(
  id: string,
  fields: Record<string, string>,
  file: Uint8Array = scannedLetter(),
): Promise<{ status: number; body: unknown }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([new Uint8Array(file)], 'letter.pdf'));
  const headers = { authorization: `Bearer ${ada.token}` };
  const answer = await fetch(`${system.address}/api/cases/${id}/scan`, { method: 'POST', headers, body: form });
  return { status: answer.status, body: await answer.json() };
}

test('a scan that came by mail is handed in for the city; whoever hands it in cannot verify it, and two people suffice', async () => {
  const { town, id, version } = await accepted('Velmora', 'velmora');
  const fields = { id: randomUUID(), version: String(version), evidence: 'mail', signedOn: '2026-01-05' };
  const first = await scan(id, fields);
  expect(first).toMatchObject({ status: 200, body: { stage: { stage: 'letter', step: 'verify' } } });
  expect((await scan(id, fields)).body).toEqual(first.body);

  const { stage, acts } = await at(system, id, 'letter', 'verify');
  expect(acts.at(-1)).toMatchObject({ kind: 'upload', actor: ada.id, evidence: 'mail' });
  const file = await showOnboarding(system.door, id);
  expect(file?.papers[fields.id]).toMatchObject({ signatory: { name: town.mayorName }, signedOn: '2026-01-05' });
  const [signature] = stage.stage === 'letter' ? stage.signatories.map((one) => one.signature) : [];
  expect(signature?.flags.map(({ kind }) => kind)).toEqual(['mandate', 'early']);

  const verify = { kind: 'verify', sha256: signatureOf(stage) } as const;
  expect(refusedWith(await decide(system, ada, id, verify))).toMatchObject({
    code: 'own-work',
    rule: 'verifier-uploaded',
    who: [{ id: bram.id, name: 'Bram' }],
  });
  const settle = {
    kind: 'settle',
    signatory: personOf(stage),
    flag: 'early',
    reason: 'Signed on a printed draft',
  } as const;
  expect(refusedWith(await decide(system, ada, id, settle))).toMatchObject({ code: 'own-work' });
  expect(refusedWith(await decide(system, bram, id, verify))).toMatchObject({
    code: 'flags-open',
    flags: ['mandate', 'early'],
  });
  await settleAll(system, bram, id);
  taken(await decide(system, bram, id, verify));
  taken(await decide(system, ada, id, { kind: 'countersign' }));
  const member = await at(system, id, 'statement', 'draft');
  expect(member.stage).toMatchObject({
    member: { signatures: [{ signing: 'scan', by: ada.id, sha256: signatureOf(stage) }] },
  });
  // The scan is bound into the sealed letter, which is another file.
  expect(member.stage).not.toMatchObject({ member: { finalSha256: signatureOf(stage) } });
  await recordHistories(system, 'scan-on-behalf', { onboarding: onboardingAddress(id) });
});

test('a scan without evidence, from tomorrow, on an old version or that is no scan is refused, and nothing changes', async () => {
  const { id, version } = await accepted('Lindenmark', 'lindenmark');
  const fields = () => ({ id: randomUUID(), version: String(version), evidence: 'paper' });
  const { evidence: _evidence, ...without } = fields();
  const refusals = [
    await scan(id, without),
    await scan(id, { ...fields(), version: 'newest' }),
    await scan(id, { ...fields(), signedOn: '2199-01-01' }),
    await scan(id, { ...fields(), version: '1' }),
    await scan(id, fields(), Buffer.from('<html>I am a PDF</html>')),
    await scan(id, fields(), new Uint8Array()),
  ];
  expect(refusals.map(({ status, body }) => [status, problemsOf(body)])).toEqual([
    [422, ['evidence']],
    [422, ['version']],
    [422, ['signedOn']],
    [409, 'stale'],
    [422, ['file']],
    [422, ['file']],
  ]);
  expect((await at(system, id, 'letter', 'sign')).version).toBe(version);
});

function problemsOf(body: unknown): unknown {
  const { error } = body as { error: { code: string; problems?: { path: string }[] } };
  return error.problems?.map(({ path }) => path) ?? error.code;
}

function personOf(stage: Onboarding['stage']): string {
  return stage.stage === 'letter' ? (stage.signatories[0]?.person ?? '') : '';
}
