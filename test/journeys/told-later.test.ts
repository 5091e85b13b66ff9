import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StaffMember } from '../../records/staff.ts';
import { showOnboarding } from '../../service/case-file.ts';
import { declareApart } from '../../service/casework/duplicates.ts';
import { actWithReason } from '../../service/city-acts.ts';
import { actAsStaff } from '../../service/staff-acts.ts';
import { onboardingAddress } from '../../workflows/addresses.ts';
import { applied, at, decide, refusedWith, staffMember, taken, visit } from '../support/acting.ts';
import { everyHistory, recordHistories, startTestSystem, type TestSystem } from '../support/system.ts';
import { type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: StaffMember;
let bram: StaffMember;
const minute = 60_000;
const day = 86_400_000;

beforeAll(async () => {
  system = await startTestSystem();
  ada = await staffMember(system, 'Ada');
  bram = await staffMember(system, 'Bram');
});
afterAll(async () => await system.stop());

async function inReview(name: string, slug: string): Promise<{ town: Town; id: string }> {
  const town = townLike(name, slug);
  const id = await applied(system, town);
  await visit(system, town.main, 'status');
  return { town, id };
}

function inMinutes(minutes: number): string {
  return `${new Date(Date.parse(system.now()) + minutes * minute).toISOString().slice(0, 19)}[UTC]`;
}

/** What the city has from us: its status page, and the subjects of its mails. */
async function cityHas(town: Town): Promise<{ page: string; mails: string[] }> {
  const { token } = await visit(system, town.main, 'status');
  const page = await (await fetch(`${system.address}/join/${token}`)).text();
  const mails = await system.catcher.mails();
  const own = [town.main, town.mayor, town.office];
  return {
    page: page.replace(/value="[0-9a-f-]{36}"/g, ''),
    mails: mails.filter(({ to }) => own.includes(to)).map(({ subject }) => subject),
  };
}

test('what is prepared stays with the staff until somebody releases it: page, mails and links of the city are as before', async () => {
  const { town, id } = await inReview('Velmora', 'velmora');
  const before = await cityHas(town);
  const reason = 'Name the register that the figure comes from.';
  taken(await decide(system, ada, id, { kind: 'return', reason, tell: 'when-released' }));
  await system.skip(minute);
  expect(await cityHas(town)).toEqual(before);
  expect((await showOnboarding(system.door, id))?.pending).toMatchObject({
    kind: 'return',
    by: ada.id,
    tell: 'when-released',
    mail: { kind: 'changes-wanted', reason, reviewer: 'Ada', to: { email: town.main } },
  });

  const other = 'Name the register, and the year of the figure.';
  taken(await decide(system, bram, id, { kind: 'return', reason: other, tell: 'when-released' }));
  taken(await decide(system, ada, id, { kind: 'tell' }));
  const mail = await system.catcher.waitFor(
    ({ to, subject }) => to === town.main && subject.includes('change'),
    15_000,
  );
  expect([mail.text.includes(other), mail.text.includes(reason)]).toEqual([true, false]);
  const after = await cityHas(town);
  expect([after.page.includes(other), after.page.includes(reason), after.mails.length]).toEqual([
    true,
    false,
    before.mails.length + 1,
  ]);
  await recordHistories(system, 'told-when-released', { onboarding: onboardingAddress(id) });
});

test('an acceptance is told at its time, and until then it can be taken back as if nothing had been', async () => {
  const { town, id } = await inReview('Lindenmark', 'lindenmark');
  taken(await decide(system, ada, id, { kind: 'accept', tell: inMinutes(10) }));
  await system.skip(5 * minute);
  taken(await decide(system, ada, id, { kind: 'take-back', reason: 'The mandate is missing.' }));
  await system.skip(day);
  expect((await at(system, id, 'review')).acts.map(({ kind }) => kind)).toEqual(['applied', 'accept', 'take-back']);
  expect(refusedWith(await decide(system, ada, id, { kind: 'tell' }))).toEqual({ code: 'nothing-pending' });

  const again = await applied(system, town);
  const apart = { id: randomUUID(), other: id, reason: 'The office sent it once more, with the mandate.' };
  taken(await declareApart(system.door, ada, again, apart));
  taken(await decide(system, ada, again, { kind: 'accept', tell: inMinutes(10) }));
  expect(refusedWith(await decide(system, ada, id, { kind: 'accept' }))).toEqual({ code: 'another-accepted' });
  await system.skip(11 * minute);
  await at(system, again, 'letter', 'sign');
  await system.catcher.waitFor(({ to, subject }) => to === town.mayor && subject.includes('sign the letter'), 15_000);
  await recordHistories(system, 'told-at-its-time', { onboarding: onboardingAddress(again) });
});

test('a rejection that nobody has told yet ends with the city’s own withdrawal, and is never told', async () => {
  const { town, id } = await inReview('Kestrelford', 'kestrelford');
  taken(await decide(system, ada, id, { kind: 'reject', reason: 'It is a company.', tell: inMinutes(60) }));
  expect(refusedWith(await decide(system, ada, id, { kind: 'hold', reason: 'Wait.', until: inMinutes(60) }))).toEqual({
    code: 'pending',
  });
  const visitor = await visit(system, town.main, 'status');
  taken(await actWithReason(system.door, visitor, 'withdraw', 'We apply later.', randomUUID()));
  await at(system, id, 'withdrawn');
  await system.catcher.waitFor(({ to, subject }) => to === town.main && subject.includes('withdrawal'), 15_000);
  await system.skip(2 * 60 * minute);
  const { mails, page } = await cityHas(town);
  expect([mails.some((subject) => subject.includes('our decision')), page.includes('company')]).toEqual([false, false]);
});

test('a turn of the staff goes on while a decision waits: they are reminded to tell it, and it is late when they do not', async () => {
  const { id } = await inReview('Porto Amaru', 'porto-amaru');
  taken(await decide(system, ada, id, { kind: 'accept', tell: 'when-released' }));
  await system.skip(9 * day);
  const late = await at(system, id, 'review');
  expect([late.overdue, late.acts.map(({ kind }) => kind)]).toEqual([
    true,
    ['applied', 'accept', 'staff-reminded', 'overdue'],
  ]);
  taken(await decide(system, bram, id, { kind: 'tell' }));
  await at(system, id, 'letter', 'sign');
});

test('where the network gives ten minutes to think again, nothing is told before they are over', async () => {
  const { id } = await inReview('Villanera', 'villanera');
  const door = { ...system.door, network: { ...system.door.network, undoMinutes: 10 } };
  const decision = { kind: 'accept', tell: 'now' };
  const version = (await at(system, id, 'review')).version;
  const prepared = taken(await actAsStaff(door, ada, id, { id: randomUUID(), version, decision }));
  expect(prepared.pending?.tell).toEqual({
    at: new Date(Date.parse(prepared.pending?.at ?? '') + 10 * minute).toISOString(),
    zone: door.network.zone,
  });
  await system.skip(9 * minute);
  expect((await at(system, id, 'review')).pending?.decision.kind).toBe('accept');
  await system.skip(2 * minute);
  await at(system, id, 'letter', 'sign');
});

test('who has stepped aside is refused, and another decides', async () => {
  const { id } = await inReview('Äspholm', 'aspholm');
  taken(await decide(system, ada, id, { kind: 'recuse', reason: 'My sister works there.' }));
  expect(refusedWith(await decide(system, ada, id, { kind: 'accept' }))).toEqual({ code: 'recused' });
  taken(await decide(system, bram, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
});

test('an opinion of another is hidden from whoever has not given theirs', async () => {
  const { id } = await inReview('Monte Azzurro', 'monte-azzurro');
  taken(await decide(system, ada, id, { kind: 'opinion', verdict: 'for', reason: 'A strong plan.' }));
  const opinionsSeenBy = async (member: StaffMember) => {
    const file = await showOnboarding(system.door, id, member);
    return Object.values(file?.papers ?? {}).filter(
      (paper) => typeof paper === 'object' && paper !== null && 'verdict' in paper,
    );
  };
  const first = { verdict: 'for', reason: 'A strong plan.' };
  expect([await opinionsSeenBy(ada), await opinionsSeenBy(bram)]).toEqual([[first], []]);
  const second = { verdict: 'unsure', reason: 'The figure is old.' };
  taken(await decide(system, bram, id, { kind: 'opinion', ...second, verdict: 'unsure' }));
  expect(await opinionsSeenBy(bram)).toEqual([first, second]);
  const kept = await everyHistory(system);
  expect(['A strong plan', 'My sister', 'unsure'].filter((words) => kept.includes(words))).toEqual([]);
});
