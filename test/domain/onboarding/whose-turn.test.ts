import { expect, test } from '@jest/globals';
import { waitsFor } from '../../../domain/onboarding/state.ts';
import { places } from '../../support/city-in-play.ts';

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
