import { expect, test } from '@jest/globals';
import { waitingOn } from '../../../domain/onboarding/state.ts';
import { places, placesOnHold } from '../../support/city-in-play.ts';

test('Everybody sees whose turn it is', () => {
  expect(Object.fromEntries(Object.entries(places).map(([place, city]) => [place, waitingOn(city)]))).toEqual({
    'review, staff': 'staff',
    'review, city': 'city',
    'letter, issue': 'nobody',
    'letter, sign': 'city',
    'letter, verify': 'staff',
    'letter, countersign': 'staff',
    'letter, seal': 'nobody',
    'letter, void': 'staff',
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
    superseded: 'nobody',
    'withdrawn before the letter': 'nobody',
    'withdrawn as a member': 'nobody',
  });
});

test('Nobody is waited for while a case is on hold', () => {
  expect(Object.values(placesOnHold).map(waitingOn)).toEqual(['nobody', 'nobody', 'nobody']);
});
