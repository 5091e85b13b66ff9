import { expect, test } from '@jest/globals';
import { offered } from '../../../domain/onboarding/offered.ts';
import { ada, bruno, office, places } from '../../support/city-in-play.ts';

const at = '2027-03-03T09:00:00.000Z';

/** What this person may do there. */
function mayDo(place: keyof typeof places, person: string): string[] {
  return offered(places[place], person, at).flatMap(({ kind, refusal }) => (refusal === null ? [kind] : []));
}

test('At every place, staff are offered exactly what the one rule lets through', () => {
  expect(Object.keys(places).map((place) => [place, mayDo(place as keyof typeof places, bruno)])).toEqual([
    ['review, staff', ['accept', 'return', 'reject', 'opinion', 'wait', 'extend', 'hold', 'withdraw', 'recuse']],
    ['review, city', ['wait', 'extend', 'hold', 'withdraw', 'recuse']],
    ['letter, issue', ['wait', 'hold', 'withdraw', 'recuse']],
    ['letter, sign', ['wait', 'extend', 'void-letter', 'reissue-letter', 'hold', 'withdraw', 'recuse']],
    [
      'letter, verify',
      ['verify', 'return-letter', 'wait', 'extend', 'void-letter', 'reissue-letter', 'hold', 'withdraw', 'recuse'],
    ],
    [
      'letter, countersign',
      ['return-letter', 'countersign', 'wait', 'extend', 'void-letter', 'reissue-letter', 'hold', 'withdraw', 'recuse'],
    ],
    ['letter, seal', ['wait', 'hold', 'withdraw', 'recuse']],
    ['letter, void', ['wait', 'extend', 'issue-letter', 'hold', 'withdraw', 'recuse']],
    ['statement, draft', ['waive-statement', 'wait', 'extend', 'hold', 'withdraw', 'recuse']],
    ['statement, confirm', ['waive-statement', 'wait', 'extend', 'hold', 'withdraw', 'recuse']],
    [
      'statement, approve',
      ['approve-words', 'return-words', 'waive-statement', 'wait', 'extend', 'hold', 'withdraw', 'recuse'],
    ],
    ['statement, draft again', ['waive-statement', 'wait', 'extend', 'hold', 'withdraw', 'recuse']],
    ['announcement, free', ['waive-announcement', 'wait', 'extend', 'hold', 'withdraw', 'recuse']],
    ['announcement, claimed', ['wait', 'extend', 'withdraw', 'recuse']],
    ['announcement, held', ['wait', 'extend', 'recuse']],
    ['lapsed from review', ['extend', 'reopen', 'withdraw', 'recuse']],
    ['lapsed from the letter', ['extend', 'reopen', 'withdraw', 'recuse']],
    ['declined', ['reopen', 'withdraw', 'recuse']],
    ['announced', []],
    ['waived', []],
    ['rejected', []],
    ['superseded', []],
    ['withdrawn before the letter', []],
    ['withdrawn as a member', []],
  ]);
});

test('Who verified does not countersign, and who wrote the words does not approve them', () => {
  const said = (place: keyof typeof places, person: string, kind: string) =>
    offered(places[place], person, at).find((one) => one.kind === kind)?.refusal;
  expect([
    said('letter, countersign', ada, 'countersign'),
    said('letter, countersign', bruno, 'countersign'),
    said('statement, approve', office, 'approve-words'),
  ]).toEqual([
    { code: 'own-work', rule: 'countersigner-verified' },
    null,
    { code: 'own-work', rule: 'approver-drafted' },
  ]);
});
