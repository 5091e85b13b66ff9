import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Decision, Event } from '../../../domain/onboarding/acts.ts';
import { happened } from '../../../domain/onboarding/happened.ts';
import { refusal } from '../../../domain/onboarding/refusal.ts';
import {
  type LetterSignatory,
  membershipOf,
  type Onboarding,
  type Signature,
} from '../../../domain/onboarding/state.ts';
import { taken } from '../../../domain/onboarding/taken.ts';
import {
  ada,
  bruno,
  contact,
  hashOfLetter,
  hashOfScan,
  issued,
  later,
  mayor,
  office,
  places,
} from '../../support/city-in-play.ts';

const deputy = 'deputy';
const clerk = 'clerk';
const paper = 'paper';
const signatories = [mayor, deputy, clerk];
type Step = { actor: string; decision: Decision } | { event: Event };

/** Everything that anybody may try with a letter, by the right person and by wrong ones. */
const signing: Step[] = signatories.flatMap((signatory) =>
  ([[], ['office'], ['proof', 'early']] as const).flatMap((found): Step[] => {
    const flags = [...found];
    const electronic = { claimed: 'SES', verified: 'SES' } as const;
    const scanned = { claimed: 'hand-signed', verified: 'hand-signed' } as const;
    const sign = { kind: 'sign', paper, signatory, sha256: hashOfLetter, flags, level: electronic } as const;
    const upload = { kind: 'upload', paper, signatory, sha256: hashOfScan, flags, level: scanned } as const;
    return [
      { actor: signatory, decision: sign },
      { actor: deputy, decision: sign },
      { actor: office, decision: { ...upload, signing: 'scan' } },
      { actor: ada, decision: { ...upload, signing: 'scan', evidence: 'mail' } },
    ];
  }),
);
const naming: Step[] = signatories.flatMap((instead) =>
  [...signatories, 'successor'].map((signatory) => ({
    actor: instead,
    decision: { kind: 'name-signatory', paper, instead, signatory, why: 'successor' },
  })),
);
const orders = [
  [{ person: mayor, order: 1 }],
  [
    { person: mayor, order: 1 },
    { person: deputy, order: 1 },
  ],
  [
    { person: deputy, order: 1 },
    { person: mayor, order: 2 },
    { person: clerk, order: 2 },
  ],
  [
    { person: mayor, order: 1 },
    { person: mayor, order: 2 },
  ],
];
const setting: Step[] = orders.map((next) => ({
  actor: contact,
  decision: { kind: 'set-signatories', paper, signatories: next },
}));
const checking: Step[] = [ada, bruno].flatMap((actor): Step[] => [
  { actor, decision: { kind: 'verify', sha256: hashOfLetter } },
  { actor, decision: { kind: 'verify', sha256: hashOfScan } },
  { actor, decision: { kind: 'countersign', memberSince: '2027-03-02' } },
  ...signatories.flatMap((signatory) =>
    (['office', 'proof', 'early'] as const).map((flag) => ({
      actor,
      decision: { kind: 'settle', signatory, flag, paper } as const,
    })),
  ),
]);
const starting: Step[] = [
  { actor: ada, decision: { kind: 'void-letter', paper } },
  { actor: ada, decision: { kind: 'issue-letter' } },
  { actor: ada, decision: { kind: 'reissue-letter', paper } },
  { actor: ada, decision: { kind: 'return-letter', paper } },
  { actor: mayor, decision: { kind: 'choose-language', language: 'tr' } },
  { actor: mayor, decision: { kind: 'decline', paper } },
];
const mandates: Step[] = [[], ['text' as const]].map((flags) => ({
  actor: contact,
  decision: { kind: 'give-mandate', paper, flags: [{ person: mayor, flags }] },
}));
const going: Step[] = [
  { actor: ada, decision: { kind: 'reopen', paper } },
  { actor: ada, decision: { kind: 'extend', paper, until: later } },
  { event: { kind: 'lapsed' } },
  { event: { kind: 'letter-issued', letter: issued } },
  { event: { kind: 'turn-planned', due: later } },
  { event: { kind: 'letter-sealed', sha256: 'd'.repeat(64) } },
];

const drawn = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...signing) },
    { weight: 2, arbitrary: fc.constantFrom(...naming) },
    { weight: 2, arbitrary: fc.constantFrom(...setting) },
    { weight: 14, arbitrary: fc.constantFrom(...checking) },
    { weight: 1, arbitrary: fc.constantFrom(...starting) },
    { weight: 1, arbitrary: fc.constantFrom(...mandates) },
    { weight: 4, arbitrary: fc.constantFrom(...going) },
  ),
  { minLength: 20, maxLength: 120, size: 'max' },
);

type Seen = { before: Onboarding; step: Step; after: Onboarding };

/** What came of each step that was let through; every signature is its own paper, so that none is mistaken for another. */
function walked(steps: readonly Step[]): Seen[] {
  const seen: Seen[] = [];
  let city: Onboarding = places['letter, sign'];
  for (const [index, step] of steps.entries()) {
    const signed = { id: `act ${index}`, at: '2027-03-02T09:00:00.000Z' };
    const before = city;
    if ('event' in step) city = happened(city, step.event, { ...signed, actor: 'system' });
    else {
      const decision = { ...step.decision, ...('paper' in step.decision ? { paper: signed.id } : {}) } as Decision;
      const act = { ...signed, actor: step.actor, decision };
      if (refusal(city, act) !== null) continue;
      city = taken(city, act);
    }
    if (city !== before) seen.push({ before, step, after: city });
  }
  return seen;
}

/** Plays many letters; the answer counts how often the property had something to say, so that it is never met by emptiness. */
function always(property: (seen: Seen) => boolean): number {
  let said = 0;
  fc.assert(
    fc.property(drawn, (steps) => {
      for (const one of walked(steps)) if (property(one)) said += 1;
    }),
    { numRuns: 1000, seed: 20270302 },
  );
  return said;
}

function kindOf({ step }: Seen): string {
  return 'event' in step ? step.event.kind : step.decision.kind;
}

/** Who is to sign, also while the letter rests. */
function namedIn({ stage }: Onboarding): LetterSignatory[] {
  const letter = stage.stage === 'declined' || stage.stage === 'lapsed' ? stage.from : stage;
  return letter.stage === 'letter' ? letter.signatories : [];
}

function signaturesOf(city: Onboarding): Record<string, Signature> {
  return Object.fromEntries(namedIn(city).flatMap(({ person, signature }) => (signature ? [[person, signature]] : [])));
}

const open = ({ flags }: Signature) => flags.filter(({ settled }) => !settled).map(({ kind }) => kind);

test('A city is a member only when everybody who was to sign has signed, nothing found is undecided, one person verified and another countersigned', () => {
  const members = always(({ before, after }) => {
    const member = membershipOf(after.stage);
    if (!member || membershipOf(before.stage)) return false;
    expect(namedIn(before).map(({ signature }) => signature)).toEqual(member.signatures);
    expect(member.signatures.flatMap(open)).toEqual([]);
    const last = (kind: string) => after.acts.findLastIndex((act) => act.kind === kind);
    const verified = after.acts[last('verify')];
    const countersigned = after.acts[last('countersign')];
    expect(last('verify')).toBeLessThan(last('countersign'));
    expect(verified?.actor).not.toBe(countersigned?.actor);
    const since = Math.max(...['letter-issued', 'void-letter', 'reissue-letter', 'return-letter'].map(last));
    for (const { paper: id, by } of member.signatures) {
      const at = after.acts.findIndex((act) => act.id === id);
      expect([at > since, at < last('verify'), by === verified?.actor]).toEqual([true, true, false]);
    }
    return true;
  });
  expect(members).toBeGreaterThan(20);
});

test('No signature outlives its letter: void, issued again, in another language or returned, it counts no more', () => {
  const ends = new Set(['void-letter', 'issue-letter', 'reissue-letter', 'return-letter', 'choose-language']);
  const ended = always((seen) => {
    if (!ends.has(kindOf(seen))) return false;
    expect(signaturesOf(seen.after)).toEqual({});
    return Object.keys(signaturesOf(seen.before)).length > 0;
  });
  expect(ended).toBeGreaterThan(20);
});

test('Nothing else takes a signature away or changes it, also not a decline, a lapse, another signatory or another order', () => {
  const ends = new Set(['void-letter', 'reissue-letter', 'return-letter', 'letter-sealed', 'give-mandate', 'settle']);
  const kept = always((seen) => {
    const before = signaturesOf(seen.before);
    if (ends.has(kindOf(seen))) return false;
    expect(signaturesOf(seen.after)).toMatchObject(before);
    return Object.keys(before).length > 0 && seen.after.stage.stage !== seen.before.stage.stage;
  });
  expect(kept).toBeGreaterThan(20);
});

test('Nobody signs before those whose number is lower, and nobody signs twice', () => {
  const second = always((seen) => {
    if ('event' in seen.step) return false;
    const { decision } = seen.step;
    if (decision.kind !== 'sign' && decision.kind !== 'upload') return false;
    const named = namedIn(seen.before);
    const own = named.find(({ person }) => person === decision.signatory);
    expect(own).toEqual({ person: decision.signatory, order: own?.order });
    const lower = named.filter(({ order }) => order < (own?.order ?? 0));
    expect(lower.filter(({ signature }) => signature === undefined)).toEqual([]);
    return lower.length > 0;
  });
  expect(second).toBeGreaterThan(20);
});

test('Nobody is named twice under the same letter', () => {
  const several = always(({ after }) => {
    const named = namedIn(after).map(({ person }) => person);
    expect(named).toEqual([...new Set(named)]);
    return named.length > 1;
  });
  expect(several).toBeGreaterThan(20);
});

test('What was found in a signature is decided by somebody who did not make it, before anybody verifies', () => {
  const verified = always((seen) => {
    if ('event' in seen.step) return false;
    const { actor, decision } = seen.step;
    const signatures = Object.values(signaturesOf(seen.before));
    if (decision.kind === 'settle') expect(signaturesOf(seen.before)[decision.signatory]?.by === actor).toBe(false);
    if (decision.kind !== 'verify') return false;
    expect(signatures.flatMap(open)).toEqual([]);
    return signatures.some(({ flags }) => flags.length > 0);
  });
  expect(verified).toBeGreaterThan(20);
});

test('While some have signed and others have not, the last day stays as it was', () => {
  const waiting = always((seen) => {
    const kind = kindOf(seen);
    if ((kind !== 'sign' && kind !== 'upload') || seen.after.stage.stage !== 'letter') return false;
    if (seen.after.stage.step !== 'sign' || !seen.before.due) return false;
    expect(seen.after.due).toEqual(seen.before.due);
    return true;
  });
  expect(waiting).toBeGreaterThan(20);
});
