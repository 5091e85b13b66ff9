import { describe, expect, test } from '@jest/globals';
import { refusal } from '../../../domain/onboarding/refusal.ts';
import { isClosed, type Onboarding } from '../../../domain/onboarding/state.ts';
import { acts, ada, by, places, play } from '../../support/city-in-play.ts';

const gather = by(ada, { kind: 'gather', announcement: 'spring' });
const letGo = { kind: 'let-go', announcement: 'spring' } as const;
const awaited = play(places['statement, approve'], gather);

test('An announcement may wait for any city that is on its way, rests or is on hold, and for none that is ready or closed', () => {
  const answers = Object.entries(places).map(([place, city]: [string, Onboarding]) => [
    place,
    refusal(city, gather)?.code ?? null,
  ]);
  expect(answers).toEqual(
    Object.entries(places).map(([place, { stage }]: [string, Onboarding]) => {
      if (isClosed(stage)) return [place, 'ended'];
      return [place, stage.stage === 'announcement' ? 'wrong-stage' : null];
    }),
  );
});

describe('A city that an announcement waits for', () => {
  test('It is claimed at the moment at which its words are agreed to or waived', () => {
    const claim = { kind: 'claimed', announcement: 'spring' };
    const ready = play(awaited, acts['approve-words']);
    const waived = play(awaited, acts['waive-statement']);
    expect([ready.stage, waived.stage]).toMatchObject([{ claim }, { claim }]);
    expect([ready, waived].map((city) => Object.hasOwn(city, 'gatheredBy'))).toEqual([false, false]);
  });

  test('No other announcement waits for it as well', () => {
    const autumn = by(ada, { kind: 'gather', announcement: 'autumn' });
    expect(refusal(awaited, autumn)).toEqual({ code: 'claimed', announcement: 'spring' });
  });

  test('Nothing that a colleague decides meanwhile is stale for that', () => {
    const { version } = places['statement, approve'];
    expect(refusal(awaited, { ...acts['approve-words'], version })).toBeNull();
  });

  test('Given back by the staff, or let go by the announcement, it is free for another one once it is ready', () => {
    const release = by(ada, { kind: 'release', announcement: 'spring' });
    expect(refusal(awaited, release)).toBeNull();
    expect(refusal(awaited, by(ada, { kind: 'release', announcement: 'autumn' }))?.code).toBe('wrong-stage');
    const free = { stage: 'announcement', claim: { kind: 'free' } };
    for (const back of [release, letGo]) expect(play(awaited, back, acts['approve-words']).stage).toMatchObject(free);
    expect(play(awaited, { ...letGo, announcement: 'autumn' })).toBe(awaited);
  });

  test('It is still waited for through withdrawal, so that the announcement learns of it', () => {
    expect(play(awaited, acts.withdraw).gatheredBy).toBe('spring');
  });
});
