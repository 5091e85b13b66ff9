import { describe, expect, test } from '@jest/globals';
import { waitsFor } from '../../../domain/onboarding/state.ts';
import {
  acts,
  ada,
  bruno,
  by,
  camliova,
  hashOfLetter,
  hashOfScan,
  hashOfSealed,
  hashOfWords,
  issued,
  later,
  mayor,
  office,
  places,
  play,
} from '../../support/city-in-play.ts';

const signature = {
  signing: 'electronic',
  paper: 'signature',
  sha256: hashOfLetter,
  by: mayor,
  at: '2027-03-02T09:00:00.000Z',
};
const member = {
  application: 'application',
  memberSince: '2027-03-02',
  letter: issued,
  signatures: [signature],
  finalSha256: hashOfSealed,
};
const words = { paper: 'words', sha256: hashOfWords, draftedBy: office, speaker: mayor };
const toSign = {
  stage: 'letter',
  step: 'sign',
  application: 'application',
  letter: issued,
  signatories: [{ person: mayor }],
};
const signed = { ...toSign, signatories: [{ person: mayor, signature }] };

test('Each place on the way carries only what is known there', () => {
  const stages = Object.fromEntries(Object.entries(places).map(([place, { stage }]) => [place, stage]));
  const review = { stage: 'review', round: 1, application: 'application' };
  expect(stages).toEqual({
    'review, staff': { ...review, waitsFor: 'staff' },
    'review, city': { ...review, waitsFor: 'city' },
    'letter, issue': {
      stage: 'letter',
      step: 'issue',
      application: 'application',
      signatories: [{ person: mayor }],
    },
    'letter, sign': toSign,
    'letter, verify': { ...signed, step: 'verify' },
    'letter, countersign': { ...signed, step: 'countersign', verifiedBy: ada },
    'letter, seal': {
      ...signed,
      step: 'seal',
      verifiedBy: ada,
      countersignedBy: bruno,
      memberSince: '2027-03-02',
    },
    'statement, draft': { stage: 'statement', step: 'draft', member },
    'statement, confirm': { stage: 'statement', step: 'confirm', member, words },
    'statement, approve': { stage: 'statement', step: 'approve', member, words },
    'statement, draft again': { stage: 'statement', step: 'draft', member, words },
    'announcement, free': { stage: 'announcement', member, words, claim: { kind: 'free' } },
    'announcement, claimed': {
      stage: 'announcement',
      member,
      words,
      claim: { kind: 'claimed', announcement: 'spring' },
    },
    'announcement, held': { stage: 'announcement', member, words, claim: { kind: 'held', announcement: 'spring' } },
    'lapsed from review': { stage: 'lapsed', from: { ...review, waitsFor: 'city' } },
    'lapsed from the letter': { stage: 'lapsed', from: toSign },
    declined: { stage: 'declined', from: toSign },
    announced: { stage: 'announced', member, words, announcement: 'spring' },
    waived: { stage: 'waived', member, words },
    rejected: { stage: 'rejected' },
    'withdrawn before the letter': { stage: 'withdrawn' },
    'withdrawn as a member': { stage: 'withdrawn', member },
  });
});

test('Everybody sees whose turn it is', () => {
  expect(Object.fromEntries(Object.entries(places).map(([place, { stage }]) => [place, waitsFor(stage)]))).toEqual({
    'review, staff': 'staff',
    'review, city': 'city',
    'letter, issue': 'nobody',
    'letter, sign': 'city',
    'letter, verify': 'staff',
    'letter, countersign': 'staff',
    'letter, seal': 'nobody',
    'statement, draft': 'city',
    'statement, confirm': 'city',
    'statement, approve': 'staff',
    'statement, draft again': 'city',
    'announcement, free': 'staff',
    'announcement, claimed': 'staff',
    'announcement, held': 'staff',
    'lapsed from review': 'nobody',
    'lapsed from the letter': 'nobody',
    declined: 'nobody',
    announced: 'nobody',
    waived: 'nobody',
    rejected: 'nobody',
    'withdrawn before the letter': 'nobody',
    'withdrawn as a member': 'nobody',
  });
});

describe('What rests', () => {
  test.each([
    ['lapsed from review', 'review, city'],
    ['lapsed from the letter', 'letter, sign'],
    ['declined', 'letter, sign'],
  ] as const)('Reopened, what was “%s” stands again at “%s”, where it stopped', (rest, stopped) => {
    expect(play(places[rest], acts.reopen).stage).toEqual(places[stopped].stage);
  });

  test('Time makes a case lapse only while the city answers in review or signs', () => {
    const lapses = Object.entries(places).filter(([, city]) => play(city, { kind: 'lapsed' }).stage !== city.stage);
    expect(lapses.map(([place]) => place)).toEqual(['review, city', 'letter, sign']);
  });

  test('Where nothing lapses, the case is left exactly as it was', () => {
    expect(play(places['statement, draft'], { kind: 'lapsed' })).toBe(places['statement, draft']);
  });
});

describe('The letter', () => {
  test('A returned letter asks for every signature again, on the same letter', () => {
    expect(play(places['letter, verify'], acts['return-letter']).stage).toEqual(toSign);
    expect(play(places['letter, countersign'], acts['return-letter']).stage).toEqual(toSign);
  });

  test('A scan counts as the signature of its signatory, by whoever uploaded it', () => {
    const { stage } = play(places['letter, sign'], acts.upload);
    const scan = { signing: 'scan', paper: 'scan', sha256: hashOfScan, by: office, at: signature.at };
    expect(stage).toEqual({ ...toSign, step: 'verify', signatories: [{ person: mayor, signature: scan }] });
  });

  test('With two signatories, the letter waits for the second one', () => {
    const two = {
      ...places['letter, sign'],
      stage: { ...toSign, signatories: [{ person: mayor }, { person: 'chair' }] },
    };
    const half = play(two as typeof camliova, acts.sign);
    expect(half.stage).toEqual({ ...toSign, signatories: [{ person: mayor, signature }, { person: 'chair' }] });
    const whole = play(half, by('chair', { ...acts.sign.decision, signatory: 'chair' }));
    expect(whole.stage).toMatchObject({ stage: 'letter', step: 'verify' });
  });

  test('A letter that comes from the typesetter too late is not issued twice', () => {
    expect(play(places['letter, verify'], { kind: 'letter-issued', letter: issued })).toBe(places['letter, verify']);
    expect(play(places['statement, draft'], { kind: 'letter-sealed', sha256: hashOfScan })).toBe(
      places['statement, draft'],
    );
  });
});

describe('The review', () => {
  test('An answer begins the next round, with the application that counts from now on', () => {
    expect(play(places['review, city'], acts.answer).stage).toEqual({
      stage: 'review',
      waitsFor: 'staff',
      round: 2,
      application: 'second application',
    });
  });
});

describe('The announcement', () => {
  test('Waived words leave a member without a quote, ready to be announced', () => {
    expect(play(places['statement, confirm'], acts['waive-statement']).stage).toEqual({
      stage: 'announcement',
      member,
      words: null,
      claim: { kind: 'free' },
    });
  });

  test('Let go or held no longer, the city is free or claimed again', () => {
    expect(play(places['announcement, held'], { kind: 'unheld', announcement: 'spring' }).stage).toEqual(
      places['announcement, claimed'].stage,
    );
    expect(play(places['announcement, held'], { kind: 'let-go', announcement: 'spring' }).stage).toEqual(
      places['announcement, free'].stage,
    );
    expect(play(places['announcement, claimed'], acts.release).stage).toEqual(places['announcement, free'].stage);
  });

  test.each(['held', 'unheld', 'let-go', 'announced'] as const)(
    'What another announcement says (%s) changes nothing, nor while the city is free',
    (kind) => {
      const claimed = places['announcement, claimed'];
      expect(play(claimed, { kind, announcement: 'autumn' })).toBe(claimed);
      expect(play(places['announcement, free'], { kind, announcement: 'spring' })).toBe(places['announcement, free']);
    },
  );
});

describe('Deadlines', () => {
  const planned = play(places['statement, draft'], { kind: 'turn-planned', due: later });
  const overdue = play(planned, { kind: 'overdue' });

  test('A planned turn is due, a passed one is overdue, and neither decides anything', () => {
    expect([planned.due, planned.overdue, planned.stage]).toEqual([later, false, places['statement, draft'].stage]);
    expect([overdue.due, overdue.overdue, overdue.stage]).toEqual([later, true, places['statement, draft'].stage]);
    expect([planned.changed, overdue.changed]).toEqual([places['statement, draft'].changed, planned.changed]);
  });

  test('Who chooses to wait sets a new limit', () => {
    const until = { at: '2027-07-01T15:00:00.000Z', zone: 'Europe/Istanbul' };
    const waiting = play(overdue, by(ada, { kind: 'wait', paper: 'paper', until }));
    expect([waiting.due, waiting.overdue]).toEqual([until, false]);
  });

  test('With the next step the old limit is gone', () => {
    const next = play(overdue, acts.draft);
    expect([next.due, next.overdue]).toEqual([undefined, false]);
    expect(Object.hasOwn(next, 'due')).toBe(false);
  });

  test('A new link, a code or a claim leave the limit as it is', () => {
    const asked = play(overdue, acts['ask-link']);
    expect([asked.due, asked.overdue]).toEqual([later, true]);
    const ready = play(places['announcement, free'], { kind: 'turn-planned', due: later }, acts.claim);
    expect([ready.due, ready.overdue]).toEqual([later, false]);
  });

  test('A closed case is neither planned nor reminded nor overdue', () => {
    for (const city of [places.announced, places.waived, places.rejected, places['withdrawn as a member']]) {
      expect(play(city, { kind: 'turn-planned', due: later })).toBe(city);
      expect(play(city, { kind: 'reminded', reminder: 1 })).toBe(city);
      expect(play(city, { kind: 'overdue' })).toBe(city);
    }
  });
});

test('Each act is kept once, with who and when; a planned turn is no act', () => {
  const city = play(camliova, { kind: 'turn-planned', due: later }, acts.return, { kind: 'reminded', reminder: 1 });
  expect(city.acts).toEqual([
    ...camliova.acts,
    { id: '2 return by ada', actor: ada, at: '2027-03-02T09:00:00.000Z', kind: 'return', paper: 'paper' },
    { id: '3 reminded', actor: 'system', at: '2027-03-02T10:00:00.000Z', kind: 'reminded', reminder: 1 },
  ]);
  expect([city.version, city.changed]).toEqual([4, 3]);
});
