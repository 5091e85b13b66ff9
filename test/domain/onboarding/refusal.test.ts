import { describe, expect, test } from '@jest/globals';
import { decisionKinds } from '../../../domain/onboarding/acts.ts';
import { type Refusal, refusal } from '../../../domain/onboarding/refusal.ts';
import {
  acts,
  ada,
  bruno,
  by,
  camliova,
  hashOfLetter,
  hashOfScan,
  hashOfWords,
  issued,
  later,
  mayor,
  office,
  places,
  play,
} from '../../support/city-in-play.ts';

type Place = keyof typeof places;
type ActName = keyof typeof acts;

/** The acts that each place takes; `ask-link` and `withdraw` are named too, so that each list says it all. */
const takes: Record<Place, ActName[]> = {
  'review, staff': ['accept', 'return', 'reject', 'wait', 'withdraw', 'ask-link'],
  'review, city': ['answer', 'wait', 'withdraw', 'ask-link'],
  'letter, issue': ['wait', 'withdraw', 'ask-link'],
  'letter, sign': [
    'name-signatory',
    'ask-code for the letter',
    'sign',
    'upload',
    'decline',
    'wait',
    'withdraw',
    'ask-link',
  ],
  'letter, verify': ['verify', 'return-letter', 'wait', 'withdraw', 'ask-link'],
  'letter, countersign': ['return-letter', 'countersign', 'wait', 'withdraw', 'ask-link'],
  'letter, seal': ['wait', 'withdraw', 'ask-link'],
  'statement, draft': ['draft', 'waive-statement', 'wait', 'withdraw', 'ask-link'],
  'statement, confirm': [
    'ask-code for the words',
    'draft',
    'confirm',
    'change-words',
    'waive-statement',
    'wait',
    'withdraw',
    'ask-link',
  ],
  'statement, approve': ['approve-words', 'return-words', 'waive-statement', 'wait', 'withdraw', 'ask-link'],
  'statement, draft again': ['draft', 'waive-statement', 'wait', 'withdraw', 'ask-link'],
  'announcement, free': ['claim', 'waive-announcement', 'wait', 'withdraw', 'ask-link'],
  'announcement, claimed': ['release', 'wait', 'withdraw', 'ask-link'],
  'announcement, held': ['wait', 'ask-link'],
  'lapsed from review': ['reopen', 'withdraw', 'ask-link'],
  'lapsed from the letter': ['reopen', 'withdraw', 'ask-link'],
  declined: ['reopen', 'withdraw', 'ask-link'],
  announced: [],
  waived: [],
  rejected: [],
  'withdrawn before the letter': [],
  'withdrawn as a member': [],
};

/** Why every other act is refused there, where it is not because of the stage alone. */
const otherwise: Partial<Record<Place, Partial<Record<ActName, Refusal>>>> = {
  'announcement, claimed': {
    claim: { code: 'claimed', announcement: 'spring' },
    'waive-announcement': { code: 'claimed', announcement: 'spring' },
  },
  'announcement, held': {
    claim: { code: 'publishing', announcement: 'spring' },
    release: { code: 'publishing', announcement: 'spring' },
    'waive-announcement': { code: 'publishing', announcement: 'spring' },
    withdraw: { code: 'publishing', announcement: 'spring' },
  },
};

const atThe: Record<Place, Refusal> = {
  'review, staff': { code: 'wrong-stage', stage: 'review' },
  'review, city': { code: 'wrong-stage', stage: 'review' },
  'letter, issue': { code: 'wrong-stage', stage: 'letter', step: 'issue' },
  'letter, sign': { code: 'wrong-stage', stage: 'letter', step: 'sign' },
  'letter, verify': { code: 'wrong-stage', stage: 'letter', step: 'verify' },
  'letter, countersign': { code: 'wrong-stage', stage: 'letter', step: 'countersign' },
  'letter, seal': { code: 'wrong-stage', stage: 'letter', step: 'seal' },
  'statement, draft': { code: 'wrong-stage', stage: 'statement', step: 'draft' },
  'statement, confirm': { code: 'wrong-stage', stage: 'statement', step: 'confirm' },
  'statement, approve': { code: 'wrong-stage', stage: 'statement', step: 'approve' },
  'statement, draft again': { code: 'wrong-stage', stage: 'statement', step: 'draft' },
  'announcement, free': { code: 'wrong-stage', stage: 'announcement' },
  'announcement, claimed': { code: 'wrong-stage', stage: 'announcement' },
  'announcement, held': { code: 'wrong-stage', stage: 'announcement' },
  'lapsed from review': { code: 'wrong-stage', stage: 'lapsed' },
  'lapsed from the letter': { code: 'wrong-stage', stage: 'lapsed' },
  declined: { code: 'wrong-stage', stage: 'declined' },
  announced: { code: 'ended', stage: 'announced' },
  waived: { code: 'ended', stage: 'waived' },
  rejected: { code: 'ended', stage: 'rejected' },
  'withdrawn before the letter': { code: 'ended', stage: 'withdrawn' },
  'withdrawn as a member': { code: 'ended', stage: 'withdrawn' },
};

const allPlaces = Object.keys(places) as Place[];
const allActs = Object.keys(acts) as ActName[];

test('The table below knows every decision that a person can take', () => {
  expect(new Set(allActs.map((name) => acts[name].decision.kind))).toEqual(new Set(decisionKinds));
});

test.each(allPlaces)('At “%s” each act is either taken, or refused with exactly its reason', (place) => {
  const answers = Object.fromEntries(allActs.map((name) => [name, refusal(places[place], acts[name])]));
  const expected = Object.fromEntries(
    allActs.map((name) => [name, takes[place].includes(name) ? null : (otherwise[place]?.[name] ?? atThe[place])]),
  );
  expect(answers).toEqual(expected);
});

describe('Four eyes', () => {
  const scanned = play(camliova, acts.accept, { kind: 'letter-issued', letter: issued }, acts.upload);
  const verifyScan = (actor: string) => refusal(scanned, by(actor, { kind: 'verify', sha256: hashOfScan }));

  test('Who uploaded the letter does not verify it, another person does', () => {
    expect(verifyScan(office)).toEqual({ code: 'own-work', rule: 'verifier-uploaded' });
    expect(verifyScan(ada)).toBeNull();
  });

  test('Who signed the letter does not verify it', () => {
    expect(refusal(places['letter, verify'], by(mayor, { kind: 'verify', sha256: hashOfLetter }))).toEqual({
      code: 'own-work',
      rule: 'verifier-uploaded',
    });
  });

  test('Who verified the letter does not countersign it, another person does', () => {
    const countersign = { kind: 'countersign', memberSince: '2027-03-02' } as const;
    expect(refusal(places['letter, countersign'], by(ada, countersign))).toEqual({
      code: 'own-work',
      rule: 'countersigner-verified',
    });
    expect(refusal(places['letter, countersign'], by(bruno, countersign))).toBeNull();
  });

  test('Who drafted the words does not approve them, another person does', () => {
    const approve = { kind: 'approve-words', sha256: hashOfWords } as const;
    expect(refusal(places['statement, approve'], by(office, approve))).toEqual({
      code: 'own-work',
      rule: 'approver-drafted',
    });
    expect(refusal(places['statement, approve'], by(bruno, approve))).toBeNull();
  });
});

describe('What is decided on something old', () => {
  const returned = places['review, city'];

  test('A decision on an older version is refused, and says which version counts', () => {
    expect(refusal(returned, { ...acts.answer, version: returned.version - 1 })).toEqual({
      code: 'stale',
      version: returned.version,
    });
    expect(refusal(returned, { ...acts.answer, version: returned.version })).toBeNull();
  });

  test('A reminder or a new link makes nothing stale: nobody decides on them', () => {
    const since = play(returned, { kind: 'turn-planned', due: later }, { kind: 'reminded', reminder: 1 });
    const asked = play(since, acts['ask-link']);
    expect(asked.version).toBe(returned.version + 3);
    expect(refusal(asked, { ...acts.answer, version: returned.version })).toBeNull();
  });

  test('That a case has ended is said before that the version is old', () => {
    expect(refusal(places.rejected, { ...acts.accept, version: 1 })).toEqual({ code: 'ended', stage: 'rejected' });
  });
});

describe('Another text', () => {
  const other = 'e'.repeat(64);
  const cases = [
    ['signs', 'letter, sign', { ...acts.sign.decision, sha256: other }, mayor, hashOfLetter],
    [
      'asks a code for',
      'letter, sign',
      { ...acts['ask-code for the letter'].decision, sha256: other },
      mayor,
      hashOfLetter,
    ],
    ['verifies', 'letter, verify', { kind: 'verify', sha256: other }, ada, hashOfLetter],
    ['confirms', 'statement, confirm', { ...acts.confirm.decision, sha256: other }, mayor, hashOfWords],
    [
      'asks a code for',
      'statement, confirm',
      { ...acts['ask-code for the words'].decision, sha256: other },
      mayor,
      hashOfWords,
    ],
    ['approves', 'statement, approve', { kind: 'approve-words', sha256: other }, ada, hashOfWords],
  ] as const;
  test.each(cases)(
    'Who %s a text other than the one at “%s” is told which one it is',
    (_, place, decision, actor, sha256) => {
      expect(refusal(places[place], by(actor, decision))).toEqual({ code: 'other-text', sha256 });
    },
  );
});

describe('Somebody else', () => {
  const cases = [
    ['sign for the mayor', 'letter, sign', acts.sign.decision, office],
    ['sign in their own name', 'letter, sign', { ...acts.sign.decision, signatory: office }, office],
    ['upload a letter that a stranger signed', 'letter, sign', { ...acts.upload.decision, signatory: office }, office],
    [
      'have a stranger replaced as signatory',
      'letter, sign',
      { ...acts['name-signatory'].decision, instead: office },
      mayor,
    ],
    [
      'have a code for the letter sent to a stranger',
      'letter, sign',
      { ...acts['ask-code for the letter'].decision, person: office },
      mayor,
    ],
    ['confirm the mayor’s words', 'statement, confirm', acts.confirm.decision, office],
    [
      'have a code for the words sent to a stranger',
      'statement, confirm',
      { ...acts['ask-code for the words'].decision, person: office },
      mayor,
    ],
  ] as const;
  test.each(cases)('Nobody can %s', (_, place, decision, actor) => {
    expect(refusal(places[place], by(actor, decision))).toEqual({ code: 'not-the-signatory' });
  });

  test('After another signatory was named, the first one signs no more', () => {
    const renamed = play(places['letter, sign'], acts['name-signatory']);
    expect(refusal(renamed, acts.sign)).toEqual({ code: 'not-the-signatory' });
    expect(refusal(renamed, by('deputy', { ...acts.sign.decision, signatory: 'deputy' }))).toBeNull();
  });
});

describe('A claimed city', () => {
  test('A second announcement cannot claim it, nor release what the first one claimed', () => {
    const refused = { code: 'claimed', announcement: 'spring' };
    expect(refusal(places['announcement, claimed'], by(ada, { kind: 'claim', announcement: 'autumn' }))).toEqual(
      refused,
    );
    expect(refusal(places['announcement, claimed'], by(ada, { kind: 'release', announcement: 'autumn' }))).toEqual(
      refused,
    );
  });
});
