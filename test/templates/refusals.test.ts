import { expect, test } from '@jest/globals';
import { type Refused, refusalWords } from '../../templates/refusals.ts';

const refusals: Refused[] = [
  { code: 'ended', stage: 'withdrawn' },
  { code: 'stale', version: 3 },
  { code: 'wrong-stage', stage: 'letter', step: 'verify' },
  { code: 'own-work', rule: 'accepter-applied' },
  { code: 'own-work', rule: 'verifier-uploaded' },
  { code: 'own-work', rule: 'countersigner-verified' },
  { code: 'own-work', rule: 'approver-drafted' },
  { code: 'own-work', rule: 'approver-composed' },
  { code: 'other-text', sha256: 'a' },
  { code: 'not-the-signatory' },
  { code: 'claimed', announcement: 'a' },
  { code: 'publishing', announcement: 'a' },
  { code: 'invalid', problems: [] },
  { code: 'not-found', what: 'case' },
  { code: 'not-your-role', role: 'approver' },
  { code: 'no-second-person' },
  { code: 'another-accepted' },
  { code: 'link-unknown' },
  { code: 'link-ended', at: '2027-03-04T14:00:00.000Z', zone: 'Europe/Istanbul' },
  { code: 'link-for-other' },
  { code: 'code-wrong', left: 3 },
  { code: 'code-ended' },
  { code: 'code-used' },
  { code: 'wrong-step', step: 'publishing' },
  { code: 'not-ready', case: 'tr-camliova.1' },
  { code: 'unreachable' },
];

test.each(refusals.map((refusal) => [refusal.code, refusal] as const))(
  'a refusal for %s says what happened and what comes next, in calm whole sentences',
  (_, refusal) => {
    const { what, next } = refusalWords(refusal, 'en');
    for (const sentence of [what, next]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/[{}!]|please|sorry|oops|invalid/i);
    }
  },
);

test('a refusal fills in what the reader needs: until when, which role, how many tries', () => {
  expect(refusalWords({ code: 'link-ended', at: '2027-03-04T14:00:00.000Z', zone: 'Europe/Istanbul' }, 'en').what).toBe(
    'This link worked until Thursday 4 March 2027, 17:00 (Istanbul time). Nothing that you wrote is lost.',
  );
  expect(refusalWords({ code: 'not-your-role', role: 'approver' }, 'en').what).toBe(
    'You cannot do this: it takes an approver.',
  );
  expect(refusalWords({ code: 'code-wrong', left: 2 }, 'en').next).toBe(
    'Copy the code from the newest mail. Tries left: 2.',
  );
});

test('after the last wrong try the code is worth nothing, and the reader asks for another', () => {
  expect(refusalWords({ code: 'code-wrong', left: 0 }, 'en')).toEqual(refusalWords({ code: 'code-ended' }, 'en'));
});

test('a reader whose language we do not have yet reads English', () => {
  expect(refusalWords({ code: 'code-used' }, 'tr')).toEqual(refusalWords({ code: 'code-used' }, 'en'));
});
