import { describe, expect, test } from '@jest/globals';
import { refusal } from '../../../domain/onboarding/refusal.ts';
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

describe('Four eyes', () => {
  const scanned = play(camliova, acts.accept, { kind: 'letter-issued', letter: issued }, acts.upload);
  const verifyScan = (actor: string) => refusal(scanned, by(actor, { kind: 'verify', sha256: hashOfScan }));

  test('Who handed an application in for a city does not accept it, another person does', () => {
    const [first, ...rest] = camliova.acts;
    const broughtIn = { ...camliova, acts: first ? [{ ...first, actor: ada }, ...rest] : [] };
    expect(refusal(broughtIn, by(ada, { kind: 'accept', signatory: mayor }))).toEqual({
      code: 'own-work',
      rule: 'accepter-applied',
    });
    expect(refusal(broughtIn, by(bruno, { kind: 'accept', signatory: mayor }))).toBeNull();
  });

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

  test('A decision on a version that nobody can have seen yet is refused too', () => {
    const { version } = camliova;
    const act = { ...by(ada, { kind: 'reject', paper: 'why' }), version: version + 1 };
    expect(refusal(camliova, act)).toEqual({ code: 'stale', version });
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

describe('What is done without end', () => {
  const busy = {
    ...places['statement, confirm'],
    acts: Array.from({ length: 300 }, () => camliova.acts[0]).flatMap((act) => act ?? []),
  };

  test('An office that has acted hundreds of times is refused, and staff can still decide', () => {
    expect(refusal(busy, acts.draft)).toEqual({ code: 'too-many' });
    expect(refusal(busy, by(ada, { kind: 'waive-statement', paper: 'why' }))).toBeNull();
    expect(refusal(busy, by(mayor, { kind: 'withdraw', paper: 'why' }))).toBeNull();
  });
});
