import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { within } from '../../cli/demo/inbox.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { openCases, viewOf } from '../../records/cases.ts';
import type { StaffMember } from '../../records/staff.ts';
import { draftStatement } from '../../service/city-acts.ts';
import { fillIn } from '../../service/opening.ts';
import {
  applied,
  at,
  becomesMember,
  becomesReady,
  decide,
  signed,
  staffMember,
  taken,
  visit,
} from '../support/acting.ts';
import { loseEverything } from '../support/losing.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let officers: [StaffMember, StaffMember];
const day = 86_400_000;

beforeAll(async () => {
  system = await startTestSystem();
  officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
});
afterAll(async () => await system.stop());

test('when the server has lost every case, each goes on where it stood, and nobody gets a mail twice', async () => {
  const late = await inSigning(town('Rosvik'));
  await system.skip(40 * day);
  await at(system, late, 'lapsed');
  await applied(system, town('Odrava'));
  await inAnswering(town('Pellmark'));
  const signing = await inSigning(town('Vessel'));
  const held = await inSigning(town('Wyrmsee'));
  const until = `${new Date(Date.parse(system.now()) + 20 * day).toISOString().slice(0, 16)}[UTC]`;
  taken(await decide(system, officers[0], held, { kind: 'hold', reason: 'There is an election.', until }));
  const waiting = await applied(system, town('Quillon'));
  taken(await decide(system, officers[0], waiting, { kind: 'reject', reason: 'A company.', tell: until }));
  const told = await applied(system, town('Ralstead'));
  taken(await decide(system, officers[0], told, { kind: 'return', reason: 'Which year?', tell: 'when-released' }));
  taken(await decide(system, officers[1], told, { kind: 'tell' }));
  const empty = await inSigning(town('Nordelse'));
  taken(await decide(system, officers[0], empty, { kind: 'void-letter', reason: 'A wrong name.' }));
  const replaced = await inSigning(town('Kalvehus'));
  taken(await decide(system, officers[0], replaced, { kind: 'reissue-letter', reason: 'A new wording.' }));
  await at(system, replaced, 'letter', 'sign');
  const longer = await inSigning(town('Ibsted'));
  taken(await decide(system, officers[0], longer, { kind: 'extend', reason: 'The council meets late.', until }));
  await becomesMember(system, town('Sarmeda'), officers);
  await inConfirming(town('Tolvana'));
  await becomesReady(system, town('Umbrela'), officers);
  await settled();
  const [before, mails] = [await views(), await mailsSent()];

  await loseEverything(system);
  expect(await fillIn(system.door)).toEqual({ filled: before.length, silent: 0 });

  await settled();
  expect((await views()).map(asPeopleSeeIt)).toEqual(before.map(asPeopleSeeIt));
  expect(await mailsSent()).toEqual(mails);

  await signed(system, town('Vessel'));
  expect((await at(system, signing, 'letter', 'verify')).overdue).toBe(false);
  taken(await decide(system, officers[0], late, { kind: 'reopen', reason: 'The office asked for more time.' }));
  expect((await at(system, late, 'letter', 'sign')).overdue).toBe(false);
  await system.skip(21 * day);
  const on = await at(system, held, 'letter', 'sign');
  expect([on.acts.at(-1)?.kind, on.onHold, on.due !== undefined]).toEqual(['resumed', undefined, true]);
  expect((await at(system, waiting, 'rejected')).acts.at(-1)?.kind).toBe('told');
  expect((await at(system, longer, 'lapsed')).acts.filter(({ kind }) => kind === 'lapsed').length).toBe(1);
  taken(await decide(system, officers[0], empty, { kind: 'issue-letter' }));
  expect((await at(system, empty, 'letter', 'sign')).stage).toMatchObject({ letter: { number: 2 } });
});

function town(name: string): Town {
  return townLike(name, name.toLowerCase());
}

async function inAnswering(town: Town): Promise<string> {
  const id = await applied(system, town);
  taken(await decide(system, officers[0], id, { kind: 'return', reason: 'Which council decided?' }));
  return id;
}

async function inSigning(town: Town): Promise<string> {
  const id = await applied(system, town);
  taken(await decide(system, officers[0], id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  return id;
}

async function inConfirming(town: Town): Promise<string> {
  const id = await becomesMember(system, town, officers);
  const office = await visit(system, town.office, 'statement');
  taken(await draftStatement(system.door, office, town.statement, randomUUID()));
  await at(system, id, 'statement', 'confirm');
  return id;
}

async function views(): Promise<Onboarding[]> {
  return (await openCases(system.door.records.database)).map(viewOf).toSorted((a, b) => (a.case < b.case ? -1 : 1));
}

async function mailsSent(): Promise<string[]> {
  return (await system.catcher.mails()).map(({ to, subject }) => `${to}: ${subject}`).toSorted();
}

/** The version alone may rise when a case is taken up; everything that a person decides on stays. */
function asPeopleSeeIt(city: Onboarding): Onboarding {
  return { ...city, version: 0 };
}

/** Until no workflow writes or sends anything any more. */
async function settled(): Promise<void> {
  let before = '';
  await within('an office in which nothing moves', async () => {
    await pause(1500);
    const now = JSON.stringify([await views(), await mailsSent()]);
    const same = now === before;
    before = now;
    return same ? true : null;
  });
}
