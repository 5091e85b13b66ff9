import { describe, expect, test } from '@jest/globals';
import { seenByCity } from '../../../domain/onboarding/pending.ts';
import { refusal } from '../../../domain/onboarding/refusal.ts';
import type { Onboarding } from '../../../domain/onboarding/state.ts';
import { turningPoint } from '../../../domain/onboarding/turning-point.ts';
import { acts, ada, bruno, by, camliova, later, places, placesPending, play } from '../../support/city-in-play.ts';

const planned = play(camliova, { kind: 'turn-planned', due: later });
const prepared = play(planned, by(ada, { kind: 'return', paper: 'why', tell: 'when-released' }));
const kinds = ({ acts: done }: Onboarding) => done.map(({ kind }) => kind);

describe('Decided now, told later', () => {
  test('A prepared decision leads nowhere yet: stage, turn and last day stay', () => {
    expect([prepared.stage, prepared.due, turningPoint(prepared)]).toEqual([
      planned.stage,
      planned.due,
      turningPoint(planned),
    ]);
    expect(prepared.pending).toMatchObject({
      by: ada,
      tell: 'when-released',
      decision: { kind: 'return', paper: 'why' },
    });
  });

  test('The city sees nothing of it, and sees it on the day on which it is told', () => {
    expect(seenByCity(prepared)).toEqual({ ...planned, version: prepared.version, changed: prepared.changed });
    const told = play(prepared, { ...acts.tell, at: '2027-03-09T12:00:00.000Z' });
    expect(told.stage).toEqual(places['review, city'].stage);
    const seen = seenByCity(told).acts.at(-1);
    expect(seen).toEqual({
      id: prepared.acts.at(-1)?.id,
      actor: ada,
      at: '2027-03-09T12:00:00.000Z',
      kind: 'return',
      paper: 'why',
    });
    expect(turningPoint(told)).toEqual(prepared.acts.at(-1));
  });

  test('Released or told by time, the decision counts from then on, and its turn is over', () => {
    for (const told of [play(prepared, acts.tell), play(prepared, { kind: 'told' })]) {
      expect([told.stage, told.due, Object.hasOwn(told, 'pending')]).toEqual([
        places['review, city'].stage,
        undefined,
        false,
      ]);
    }
    expect(play(planned, { kind: 'told' })).toBe(planned);
  });

  test('Taken back, it is as if it had never been; only staff see that it was', () => {
    const back = play(prepared, acts['take-back']);
    expect([back.stage, back.due, Object.hasOwn(back, 'pending')]).toEqual([planned.stage, planned.due, false]);
    expect([kinds(back), kinds(seenByCity(back))]).toEqual([['applied', 'return', 'take-back'], ['applied']]);
  });

  test('Prepared again, the new decision takes the place of the old one, and only the new one is ever told', () => {
    const again = play(prepared, by(bruno, { kind: 'reject', paper: 'other', tell: later }));
    expect(again.pending).toMatchObject({ by: bruno, tell: later, decision: { kind: 'reject', paper: 'other' } });
    const told = play(again, { kind: 'told' });
    expect([told.stage, kinds(seenByCity(told))]).toEqual([{ stage: 'rejected' }, ['applied', 'reject']]);
  });

  test('A decision that is told at once takes the place of one that waits', () => {
    const now = play(prepared, acts.accept);
    expect([now.stage.stage, Object.hasOwn(now, 'pending')]).toEqual(['letter', false]);
    expect(kinds(seenByCity(now))).toEqual(['applied', 'accept']);
  });

  test('A city that withdraws meanwhile never learns what was prepared', () => {
    const gone = play(placesPending['review, acceptance prepared'], acts.withdraw);
    expect([gone.stage, Object.hasOwn(gone, 'pending')]).toEqual([{ stage: 'withdrawn' }, false]);
    expect(kinds(seenByCity(gone))).toEqual(['applied', 'withdraw']);
  });
});

describe('Stepping aside, and more than one reviewer', () => {
  const two = { ...camliova, reviewers: 2 };
  const opinion = (person: string) => by(person, { kind: 'opinion', paper: 'opinion' });

  test('Whoever has stepped aside decides nothing more in this case', () => {
    const without = play(camliova, acts.recuse);
    expect(refusal(without, by(bruno, { kind: 'reject', paper: 'why' }))).toEqual({ code: 'recused' });
    expect(refusal(without, acts.reject)).toBeNull();
  });

  test('Two reviewers speak before an application is accepted or rejected; it may be sent back at any time', () => {
    const missing = (have: number) => ({ code: 'opinions-missing', have, need: 2 });
    expect([refusal(two, acts.accept), refusal(two, acts.reject), refusal(two, acts.return)]).toEqual([
      missing(0),
      missing(0),
      null,
    ]);
    const one = play(two, opinion(ada));
    expect([refusal(one, acts.accept), refusal(one, opinion(ada))]).toEqual([missing(1), { code: 'opinion-given' }]);
    expect(refusal(play(one, opinion(bruno)), acts.accept)).toBeNull();
  });

  test('The opinion of whoever steps aside counts no more, and a new round begins without opinions', () => {
    const both = play(two, opinion(ada), opinion(bruno));
    expect(play(both, acts.recuse).opinions).toEqual([ada]);
    const answered = play(both, acts.return, acts.answer);
    expect(answered.opinions).toBeUndefined();
    expect(refusal(answered, opinion(ada))).toBeNull();
  });
});
