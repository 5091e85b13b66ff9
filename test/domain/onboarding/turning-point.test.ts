import { expect, test } from '@jest/globals';
import type { Taken } from '../../../domain/onboarding/acts.ts';
import { applied } from '../../../domain/onboarding/state.ts';
import { remindersSent, turningPoint } from '../../../domain/onboarding/turning-point.ts';

const at = '2027-03-01T09:00:00.000Z';
const signed = (id: string) => ({ id, actor: 'staff-1', at });
const begun = applied({
  case: 'tr-camliova.1',
  city: 'tr-camliova',
  country: 'TR',
  act: { ...signed('form'), kind: 'applied', paper: 'tr-camliova.1/application/form' },
});
const returned: Taken = { ...signed('return'), kind: 'return', paper: 'p' };
const reminded = (id: string): Taken => ({ ...signed(id), kind: 'reminded', reminder: 1 });

test('a case goes on from the act that changed whose turn it is, not from a reminder, a link or a code', () => {
  const link: Taken = { ...signed('link'), kind: 'ask-link', link: 'l', person: 'x' };
  const acts = [...begun.acts, returned, reminded('r1'), link];
  expect(turningPoint({ ...begun, acts })).toEqual(returned);
});

test('only the reminders of the present turn count', () => {
  const answer: Taken = { ...signed('answer'), kind: 'answer', paper: 'p' };
  const acts = [...begun.acts, returned, reminded('r1'), answer, reminded('r2'), reminded('r3')];
  expect(remindersSent({ ...begun, acts })).toBe(2);
});

test('more time leaves an open turn as it was, and begins another one where the case rested', () => {
  const until = { at: '2027-05-01T15:00:00.000Z', zone: 'UTC' };
  const extend: Taken = { ...signed('extend'), kind: 'extend', paper: 'p', until };
  const lapsed: Taken = { ...signed('lapsed'), kind: 'lapsed' };
  const inTurn = [...begun.acts, returned, reminded('r1'), extend];
  expect(turningPoint({ ...begun, acts: inTurn })).toEqual(returned);
  const opened = [...begun.acts, returned, reminded('r1'), lapsed, extend, reminded('r2')];
  expect(turningPoint({ ...begun, acts: opened })).toEqual(extend);
  expect(remindersSent({ ...begun, acts: opened })).toBe(1);
});
