import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Act, Decision, Event } from '../../../domain/onboarding/acts.ts';
import { happened } from '../../../domain/onboarding/happened.ts';
import { seenByCity } from '../../../domain/onboarding/pending.ts';
import { refusal } from '../../../domain/onboarding/refusal.ts';
import { isClosed, membershipOf, type Onboarding } from '../../../domain/onboarding/state.ts';
import { taken } from '../../../domain/onboarding/taken.ts';
import {
  acts,
  ada,
  bruno,
  by,
  camliova,
  contact,
  hashOfScan,
  issued,
  later,
  mayor,
  office,
  places,
} from '../../support/city-in-play.ts';

const decisions: Decision[] = [
  ...Object.values(acts).map(({ decision }) => decision),
  { kind: 'verify', sha256: hashOfScan },
  { kind: 'return', paper: 'paper', tell: 'when-released' },
  { kind: 'reject', paper: 'paper', tell: later },
  { kind: 'claim', announcement: 'autumn' },
  { kind: 'release', announcement: 'autumn' },
];
const events: Event[] = [
  { kind: 'letter-issued', letter: issued },
  { kind: 'letter-sealed', sha256: 'd'.repeat(64) },
  { kind: 'turn-planned', due: later },
  { kind: 'reminded', reminder: 1 },
  { kind: 'overdue' },
  { kind: 'lapsed' },
  { kind: 'resumed' },
  { kind: 'told' },
  ...(['held', 'unheld', 'let-go', 'announced'] as const).map((kind) => ({ kind, announcement: 'spring' })),
];
const people = [ada, bruno, mayor, office, contact, 'deputy'];
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ actor: fc.constantFrom(...people), decision: fc.constantFrom(...decisions) }) },
  { weight: 1, arbitrary: fc.record({ event: fc.constantFrom(...events) }) },
);

/** What a sequence leads through: every act that the rule refuses is left out, as at the real door. */
function walk(
  from: Onboarding,
  steps: readonly ({ actor: string; decision: Decision } | { event: Event })[],
): Onboarding[] {
  const way = [from];
  for (const [index, one] of steps.entries()) {
    const city = way.at(-1) ?? from;
    const signed = { id: `act ${index}`, actor: 'actor' in one ? one.actor : 'system', at: '2027-03-02T09:00:00.000Z' };
    if ('event' in one) way.push(happened(city, one.event, signed));
    else {
      const act: Act = { ...signed, decision: one.decision };
      if (refusal(city, act) === null) way.push(taken(city, act));
    }
  }
  return way;
}

/** Drawn only now and then, or hardly any walk would come far. */
const endings =
  'reject withdraw waive-announcement wait ask-link hold extend void-letter reissue-letter supersede ask-city reply recuse'.split(
    ' ',
  );

/** Something that may happen next is drawn far more often than not, so that many walks reach membership. */
const draws = fc.array(
  fc.record({ wild: step, tame: fc.nat(), isWild: fc.nat({ max: 7 }).map((number) => number === 0) }),
  { minLength: 5, maxLength: 60, size: 'max' },
);
const walksOf = (may: readonly Act[]) =>
  fc.tuple(fc.constantFrom(...Object.values(places)), draws).map(([from, drawn]) => {
    const steps: ({ actor: string; decision: Decision } | { event: Event })[] = [];
    for (const { wild, tame, isWild } of drawn) {
      const city = walk(from, steps).at(-1) ?? from;
      const open = may.filter((act) => refusal(city, act) === null);
      const due = events.filter((event) => changes(city, event));
      const next = [...open.map(({ actor, decision }) => ({ actor, decision })), ...due.map((event) => ({ event }))];
      steps.push((isWild ? undefined : next[tame % next.length]) ?? wild);
    }
    return walk(from, steps);
  });
const onTheWay = Object.values(acts).filter(({ decision }) => !endings.includes(decision.kind));
const walks = walksOf(onTheWay);

/** Walks in which staff prepare, tell, take back, hold and resume all the time. */
const waitingWalks = walksOf([
  ...onTheWay,
  by(ada, { kind: 'return', paper: 'paper', tell: 'when-released' }),
  by(bruno, { kind: 'reject', paper: 'paper', tell: later }),
  by(bruno, { kind: 'accept', signatory: mayor, tell: later }),
  acts.hold,
  acts.resume,
]);

function changes(city: Onboarding, event: Event): boolean {
  return happened(city, event, { id: 'id', actor: 'system', at: '2027-03-02T10:00:00.000Z' }).stage !== city.stage;
}

/** Plays many random walks; how many of them saw a member tells that the property was not met by emptiness. */
function holds(property: (way: Onboarding[]) => void, from = walks): number {
  let members = 0;
  fc.assert(
    fc.property(from, (way) => {
      if (way.some(({ stage }) => membershipOf(stage))) members += 1;
      property(way);
    }),
    { numRuns: 150, seed: 20270302 },
  );
  return members;
}

test('Whatever people do in whatever order, a member stays a member or withdraws; it never lapses, declines or goes back', () => {
  const after = ['statement', 'announcement', 'announced', 'waived', 'withdrawn'];
  const members = holds((way) => {
    const since = way.findIndex(({ stage }) => membershipOf(stage));
    if (since < 0) return;
    for (const { stage } of way.slice(since)) {
      expect(after).toContain(stage.stage);
      expect(membershipOf(stage)).toEqual(membershipOf(way[since]?.stage ?? stage));
    }
  });
  expect(members).toBeGreaterThan(50);
});

test('Nobody becomes a member without a signature, its verification by another person, and a countersignature by somebody other than who verified', () => {
  const members = holds((way) => {
    const city = way.at(-1) ?? camliova;
    const member = membershipOf(city.stage);
    if (!member) return;
    const last = (kind: string) => city.acts.findLastIndex((act) => act.kind === kind);
    const actor = (kind: string) => city.acts[last(kind)]?.actor;
    expect(member.signatures.length).toBeGreaterThan(0);
    expect(Math.max(last('sign'), last('upload'))).toBeLessThan(last('verify'));
    expect(last('return-letter')).toBeLessThan(last('verify'));
    expect(Math.max(last('void-letter'), last('reissue-letter'))).toBeLessThan(Math.max(last('sign'), last('upload')));
    expect(last('verify')).toBeLessThan(last('countersign'));
    expect(member.signatures.map(({ by }) => by)).not.toContain(actor('verify'));
    expect(actor('countersign')).not.toBe(actor('verify'));
  });
  expect(members).toBeGreaterThan(50);
});

test('Approved words were drafted by one person, confirmed by the speaker, and approved by another', () => {
  let approved = 0;
  holds((way) => {
    const city = way.at(-1) ?? camliova;
    const { stage } = city;
    const words = 'claim' in stage || stage.stage === 'announced' || stage.stage === 'waived' ? stage.words : null;
    if (!words) return;
    approved += 1;
    const last = (kind: string) => city.acts.findLastIndex((act) => act.kind === kind);
    const actor = (kind: string) => city.acts[last(kind)]?.actor;
    expect(last('draft')).toBeLessThan(last('confirm'));
    expect(last('confirm')).toBeLessThan(last('approve-words'));
    expect([actor('draft'), actor('confirm')]).toEqual([words.draftedBy, words.speaker]);
    expect(actor('approve-words')).not.toBe(words.draftedBy);
  });
  expect(approved).toBeGreaterThan(20);
});

test('Versions rise by one with everything that happens, no act is lost, none is there twice', () => {
  holds((way) => {
    for (const [index, city] of way.entries()) {
      const before = way[index - 1];
      if (!before) continue;
      if (city !== before) expect(city.version).toBe(before.version + 1);
      expect(city.changed).toBeLessThanOrEqual(city.version);
      expect(city.acts.slice(0, before.acts.length)).toEqual(before.acts);
      expect(city.acts.length - before.acts.length).toBeLessThanOrEqual(1);
      expect(new Set(city.acts.map(({ id }) => id)).size).toBe(city.acts.length);
    }
  });
});

test('What staff have only prepared changes nothing that the city can see, and what it sees was told to it', () => {
  let prepared = 0;
  holds((way) => {
    for (const [index, city] of way.entries()) {
      const seen = seenByCity(city);
      expect(seen.pending).toBeUndefined();
      const last = way[index - 1];
      if (!city.pending || !last || city.pending === last.pending) continue;
      prepared += 1;
      expect([seen.stage, seen.acts]).toEqual([last.stage, seenByCity(last).acts]);
    }
    const city = way.at(-1) ?? camliova;
    const decided = seenByCity(city).acts.filter(({ kind }) => kind === 'reject').length;
    expect(decided).toBe(city.stage.stage === 'rejected' ? 1 : 0);
  }, waitingWalks);
  expect(prepared).toBeGreaterThan(20);
});

test('Time stands still while a case is on hold: nobody is reminded, nothing is late and nothing lapses', () => {
  let onHold = 0;
  holds((way) => {
    for (const city of way.filter((one) => one.onHold)) {
      onHold += 1;
      expect([city.due, city.overdue]).toEqual([undefined, false]);
      for (const event of [{ kind: 'reminded', reminder: 1 }, { kind: 'overdue' }, { kind: 'lapsed' }] as const)
        expect(happened(city, event, { id: 'id', actor: 'system', at: '2027-03-02T10:00:00.000Z' })).toBe(city);
    }
  }, waitingWalks);
  expect(onHold).toBeGreaterThan(20);
});

test('What is closed stays closed, and takes nothing more', () => {
  holds((way) => {
    const closed = way.findIndex(({ stage }) => isClosed(stage));
    if (closed >= 0) expect(way.slice(closed)).toEqual(way.slice(closed).map(() => way[closed]));
  });
});
