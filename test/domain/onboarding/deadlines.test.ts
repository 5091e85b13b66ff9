import { describe, expect, test } from '@jest/globals';
import { acts, ada, by, later, places, play } from '../../support/city-in-play.ts';

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

  test('Who gives more time sets a new limit, and opens what rests where it stopped', () => {
    const until = { at: '2027-07-01T15:00:00.000Z', zone: 'Europe/Istanbul' };
    const extend = by(ada, { kind: 'extend', paper: 'paper', until });
    expect(play(overdue, extend)).toMatchObject({ due: until, overdue: false, stage: overdue.stage });
    expect(play(places['lapsed from the letter'], extend)).toMatchObject({
      due: until,
      stage: places['letter, sign'].stage,
    });
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
