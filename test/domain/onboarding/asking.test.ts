import { expect, test } from '@jest/globals';
import { askedNow, askedUntil, isAwaited, someStayAsked } from '../../../domain/onboarding/asking.ts';
import type { Onboarding } from '../../../domain/onboarding/state.ts';
import { askedBy, turningPoint } from '../../../domain/onboarding/turning-point.ts';
import { acts, by, contact, later, mayor, places, play } from '../../support/city-in-play.ts';

const speaker = 'speaker';
const treasurer = 'treasurer';
const inOrder = (orders: Record<string, number>) =>
  by(contact, {
    kind: 'set-signatories',
    paper: 'paper',
    signatories: Object.entries(orders).map(([person, order]) => ({ person, order })),
  });
const turn = { kind: 'turn-planned', due: later } as const;
const toSign = play(places['letter, sign'], turn);
const three = play(toSign, inOrder({ [mayor]: 1, [speaker]: 2, [treasurer]: 3 }));
const beside = play(toSign, inOrder({ [mayor]: 1, [speaker]: 1 }));

function asked({ stage }: Onboarding): string[] {
  return stage.stage === 'letter' ? askedNow(stage).map(({ person }) => person) : [];
}

test('Those of the lowest number who have not signed are asked, and nobody else is waited for', () => {
  expect([asked(three), asked(play(three, acts.sign)), asked(beside)]).toEqual([[mayor], [speaker], [mayor, speaker]]);
  expect([mayor, speaker, treasurer].map((person) => isAwaited(play(three, acts.sign), person))).toEqual([
    false,
    true,
    false,
  ]);
});

test('Somebody who is named beside another leaves the last day as it was; in place of the only one, the days begin anew', () => {
  expect([three.due, beside.due]).toEqual([later, later]);
  expect(play(beside, acts['name-signatory']).due).toEqual(later);
  expect(play(toSign, acts['name-signatory']).due).toBeUndefined();
  expect(play(three, acts['name-signatory']).due).toBeUndefined();
  expect(someStayAsked(toSign.stage, play(toSign, acts['name-signatory']).stage)).toBe(false);
});

test('Whoever is named beside another is asked because of that, and the other because of what began their days', () => {
  const handOver = { kind: 'name-signatory', paper: 'paper', instead: speaker, signatory: 'deputy' } as const;
  const handed = play(beside, by(speaker, { ...handOver, why: 'successor' }));
  expect(asked(handed)).toEqual([mayor, 'deputy']);
  expect([mayor, 'deputy'].map((person) => askedBy(handed, person).kind)).toEqual(['accept', 'name-signatory']);
  expect(askedBy(beside, speaker).kind).toBe('set-signatories');
  expect(turningPoint(handed).kind).toBe('accept');
  expect(turningPoint(play(toSign, acts['name-signatory'])).kind).toBe('name-signatory');
});

test('When a letter ends, who had signed it and whose turn it was had been asked; whoever comes later had not', () => {
  const until = (city: Onboarding) => askedUntil(city, city.acts.at(-1) ?? { id: '', actor: '', at: '' });
  expect(until(play(three, acts['void-letter']))).toEqual([mayor]);
  expect(until(play(three, acts.sign, acts['void-letter']))).toEqual([mayor, speaker]);
});
