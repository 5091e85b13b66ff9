import { expect, test } from '@jest/globals';
import type { Onboarding } from '../../../domain/onboarding/state.ts';
import { acts, ada, by, issued, later, places, play } from '../../support/city-in-play.ts';

const zone = 'Europe/Istanbul';
/** Acts in play are done on 2 March at 9:00, events happen at 10:00. */
const due = { at: '2027-03-12T09:00:00.000Z', zone };
const planned = play(places['letter, sign'], { kind: 'turn-planned', due });
const onHold = play(planned, acts.hold);
const tenDays = 10 * 24 * 3_600_000;

test('On hold nothing is due or overdue, and what was left of the turn is kept', () => {
  expect([onHold.due, onHold.overdue, onHold.stage]).toEqual([undefined, false, planned.stage]);
  expect(onHold.onHold).toEqual({
    since: '2027-03-02T09:00:00.000Z',
    until: later,
    left: { milliseconds: tenDays, zone },
  });
});

test('Nobody is reminded, and nothing lapses, while a case is on hold', () => {
  for (const event of [{ kind: 'reminded', reminder: 1 }, { kind: 'overdue' }, { kind: 'lapsed' }] as const)
    expect(play(onHold, event)).toBe(onHold);
});

test('Whether a person resumes or the day comes, what was left of the turn is left again', () => {
  const resumed = play(onHold, { ...acts.resume, at: '2027-05-01T09:00:00.000Z' });
  expect([resumed.due, Object.hasOwn(resumed, 'onHold')]).toEqual([{ at: '2027-05-11T09:00:00.000Z', zone }, false]);
  const byTime = play(onHold, { kind: 'resumed' });
  expect([byTime.due, byTime.acts.at(-1)?.kind]).toEqual([{ at: '2027-03-12T10:00:00.000Z', zone }, 'resumed']);
  expect(play(byTime, { kind: 'resumed' })).toBe(byTime);
});

test('A limit that had passed before the hold has nothing left, and is due at once when it ends', () => {
  const late = play(planned, { kind: 'overdue' }, { ...acts.hold, at: '2027-03-20T09:00:00.000Z' });
  expect(play(late, { ...acts.resume, at: '2027-05-01T09:00:00.000Z' }).due).toEqual({
    at: '2027-05-01T09:00:00.000Z',
    zone,
  });
});

test('The city’s own act is taken on hold: its next turn stands still from its start', () => {
  const signed = play(onHold, acts.sign);
  expect([signed.stage, signed.due, signed.onHold]).toMatchObject([
    { step: 'verify' },
    undefined,
    { since: '2027-03-02T09:00:00.000Z', until: later },
  ]);
  expect(signed.onHold?.left).toBeUndefined();
  const next = play(signed, { kind: 'turn-planned', due: { at: '2027-06-06T15:00:00.000Z', zone }, from: later.at });
  expect([next.due, next.onHold?.left?.milliseconds]).toEqual([undefined, 5 * 24 * 3_600_000]);
});

test('A letter that is finished while the case is on hold goes out, and the hold stays', () => {
  const city = play(places['letter, issue'], acts.hold, { kind: 'letter-issued', letter: issued });
  expect([city.stage, city.onHold?.until]).toMatchObject([{ step: 'sign' }, later]);
});

test('What rests or has ended is on hold no more', () => {
  const ended: Onboarding[] = [play(onHold, acts.decline), play(onHold, acts.withdraw)];
  expect(ended.map((city) => Object.hasOwn(city, 'onHold'))).toEqual([false, false]);
});

test('A decision that was made before the hold is stale, and so is one from before it ended', () => {
  const { version } = planned;
  expect(onHold.changed).toBe(version + 1);
  expect(play(onHold, by(ada, { kind: 'resume' })).changed).toBe(version + 2);
});
