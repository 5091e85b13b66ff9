import { describe, expect, test } from '@jest/globals';
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
  level: { claimed: 'SES', verified: 'SES' },
  flags: [],
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
  signatories: [{ person: mayor, order: 1 }],
};
const signed = { ...toSign, signatories: [{ person: mayor, order: 1, signature }] };

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
      signatories: [{ person: mayor, order: 1 }],
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
    'letter, void': {
      stage: 'letter',
      step: 'void',
      application: 'application',
      signatories: [{ person: mayor, order: 1 }],
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
    superseded: { stage: 'superseded', into: 'tr-camliova.2' },
    'withdrawn before the letter': { stage: 'withdrawn' },
    'withdrawn as a member': { stage: 'withdrawn', member },
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
    const level = { claimed: 'hand-signed', verified: 'hand-signed' };
    const scan = { signing: 'scan', paper: 'scan', sha256: hashOfScan, by: office, at: signature.at, level, flags: [] };
    expect(stage).toEqual({ ...toSign, step: 'verify', signatories: [{ person: mayor, order: 1, signature: scan }] });
  });

  test('With two signatories, the letter waits for the second one', () => {
    const two = {
      ...places['letter, sign'],
      stage: {
        ...toSign,
        signatories: [
          { person: mayor, order: 1 },
          { person: 'chair', order: 1 },
        ],
      },
    };
    const half = play(two as typeof camliova, acts.sign);
    expect(half.stage).toEqual({
      ...toSign,
      signatories: [
        { person: mayor, order: 1, signature },
        { person: 'chair', order: 1 },
      ],
    });
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

test('Each act is kept once, with who and when; a planned turn is no act', () => {
  const city = play(camliova, { kind: 'turn-planned', due: later }, acts.return, { kind: 'reminded', reminder: 1 });
  expect(city.acts).toEqual([
    ...camliova.acts,
    { id: '2 return by ada', actor: ada, at: '2027-03-02T09:00:00.000Z', kind: 'return', paper: 'paper' },
    { id: '3 reminded', actor: 'system', at: '2027-03-02T10:00:00.000Z', kind: 'reminded', reminder: 1 },
  ]);
  expect([city.version, city.changed]).toEqual([4, 3]);
});
