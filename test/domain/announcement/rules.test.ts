import { describe, expect, test } from '@jest/globals';
import { announcementRefusal } from '../../../domain/announcement/refusal.ts';
import type { Announcement } from '../../../domain/announcement/state.ts';
import {
  acts,
  amendment,
  approved,
  at,
  by,
  camliovaLeft,
  embargo,
  first,
  lakowiecLeft,
  later,
  muchLater,
  newsletter,
  out,
  play,
  published,
  publishing,
  second,
  spring,
  steps,
  summer,
  waiting,
} from '../../support/announcement-in-play.ts';

describe('Approval', () => {
  test('Who composed it does not approve it', () => {
    expect(announcementRefusal(spring, by('ada', { kind: 'approve', article: first }))).toEqual({
      code: 'own-work',
      rule: 'approver-composed',
    });
  });

  test('Who edited it does not approve it either; a third person does', () => {
    const edited = play(spring, acts.edit);
    const approve = { kind: 'approve', article: second } as const;
    const own = { code: 'own-work', rule: 'approver-composed' };
    expect(edited.stage).toEqual({ step: 'draft', article: second, composedBy: ['ada', 'cem'] });
    expect(['ada', 'cem', 'bruno'].map((person) => announcementRefusal(edited, by(person, approve)))).toEqual([
      own,
      own,
      null,
    ]);
  });

  test('What is approved is one article by its hash: another one is refused', () => {
    expect(announcementRefusal(spring, by('bruno', { kind: 'approve', article: second }))).toEqual({
      code: 'other-text',
      sha256: first,
    });
  });

  test('Who saw an older version is told so', () => {
    const edited = play(spring, acts.edit);
    expect(announcementRefusal(edited, by('bruno', { kind: 'approve', article: second }, 1))).toEqual({
      code: 'stale',
      version: 2,
    });
  });

  test('A turn that is planned or overdue makes nothing stale', () => {
    const overdue = play(spring, { kind: 'turn-planned', due: later }, { kind: 'overdue' });
    expect([overdue.version, overdue.changed, overdue.overdue]).toEqual([3, 1, true]);
    expect(announcementRefusal(overdue, by('bruno', { kind: 'approve', article: first }, 1))).toBeNull();
  });

  test('It is kept with who approved and who composed', () => {
    expect(approved.stage).toEqual({
      step: 'approved',
      article: first,
      composedBy: ['ada'],
      approvedBy: 'bruno',
      undoUntil: null,
    });
  });

  test('An edit voids it, and its editor counts as a composer', () => {
    expect(play(approved, acts.edit).stage).toEqual({ step: 'draft', article: second, composedBy: ['ada', 'cem'] });
    expect(play(approved, acts.edit).plan).toBe('second plan');
  });
});

describe('A city that leaves', () => {
  test('It voids the approval: the announcement is composed anew, and its composers are still its composers', () => {
    const without = play(approved, camliovaLeft);
    expect([without.stage, without.cases]).toEqual([{ step: 'recompose', composedBy: ['ada'] }, ['pl-lakowiec.1']]);
    const anew = play(without, { kind: 'composed', article: second });
    expect(anew.stage).toEqual({ step: 'draft', article: second, composedBy: ['ada'] });
    expect(announcementRefusal(anew, by('ada', { kind: 'approve', article: second }))).toEqual({
      code: 'own-work',
      rule: 'approver-composed',
    });
  });

  test('When the last one leaves, the announcement is dropped', () => {
    const empty = play(approved, camliovaLeft, lakowiecLeft);
    expect([empty.stage, empty.cases]).toEqual([{ step: 'dropped' }, []]);
  });

  test('Once publication began, and after it, nothing is recomposed any more', () => {
    expect(play(publishing, camliovaLeft)).toBe(publishing);
    expect(play(out, camliovaLeft)).toBe(out);
  });

  test('What was dropped stays dropped', () => {
    expect(play(steps.dropped, camliovaLeft)).toBe(steps.dropped);
  });
});

describe('An article that was composed meanwhile', () => {
  test('It does not bring a dropped announcement back, in which anybody could approve', () => {
    const droppedMeanwhile = play(steps.recompose, acts.drop);
    expect(play(droppedMeanwhile, { kind: 'composed', article: second })).toBe(droppedMeanwhile);
  });

  test('It does not replace what an editor has written meanwhile', () => {
    const edited = play(steps.recompose, acts.edit);
    expect(play(edited, { kind: 'composed', article: first })).toBe(edited);
  });
});

describe('Publication', () => {
  test('It begins only from an approval', () => {
    expect(play(spring, { kind: 'publication-began' })).toBe(spring);
    expect(play(approved, { kind: 'published', sha256: published, newsletter })).toBe(approved);
  });

  test('It is kept with its time, the hash of what readers got, and the count of its newsletter', () => {
    expect(out.stage).toEqual({
      step: 'published',
      article: first,
      composedBy: ['ada'],
      approvedBy: 'bruno',
      publishedAt: at,
      publishedSha256: published,
      newsletter,
    });
  });
});

describe('Deadlines', () => {
  const overdue = play(spring, { kind: 'turn-planned', due: later }, { kind: 'overdue' });

  test('Who chooses to wait sets a new limit', () => {
    const until = { at: '2027-07-01T15:00:00.000Z', zone: 'Europe/Brussels' };
    const waiting = play(overdue, by('bruno', { kind: 'wait', paper: 'reason', until }));
    expect([waiting.due, waiting.overdue, waiting.stage]).toEqual([until, false, spring.stage]);
  });

  test('An edit keeps the limit, an approval ends it', () => {
    expect(play(overdue, acts.edit).due).toEqual(later);
    expect(Object.hasOwn(play(overdue, acts.approve), 'due')).toBe(false);
  });
});

test('Each act is kept once, with who and when; versions rise by one', () => {
  const whole = play(spring, { kind: 'turn-planned', due: later }, acts.edit, camliovaLeft);
  expect([whole.version, whole.acts.map(({ id, actor, kind }) => [id, actor, kind])]).toEqual([
    4,
    [
      ['composing', 'ada', 'composed'],
      ['edit by cem', 'cem', 'edit'],
      ['3 city-left', 'system', 'city-left'],
    ],
  ]);
});

describe('A gathering', () => {
  const waterlinde = { kind: 'city-left', case: 'nl-waterlinde.1' } as const;
  const camliova = { kind: 'city-ready', case: 'tr-camliova.1' } as const;
  const lakowiec = { kind: 'city-ready', case: 'pl-lakowiec.1' } as const;
  const awaited = (one: Announcement) => (one.stage.step === 'gathering' ? one.stage.awaited : one.stage.step);

  test('It waits for each city that is not ready, and is composed once the last one is', () => {
    const one = play(summer, camliova);
    expect([awaited(one), awaited(play(one, camliova)), awaited(play(one, lakowiec))]).toEqual([
      ['pl-lakowiec.1'],
      ['pl-lakowiec.1'],
      'recompose',
    ]);
    expect(play(one, lakowiec).cases).toEqual(summer.cases);
  });

  test('Once its date has passed it goes on waiting: late, and nothing is decided by itself', () => {
    const late = play(summer, { kind: 'overdue' });
    expect([late.overdue, late.due, late.stage, late.cases]).toEqual([true, later, summer.stage, summer.cases]);
  });

  test('Who waits until another date gives it that long', () => {
    const again = play(summer, { kind: 'overdue' }, acts['wait-until']);
    expect([again.overdue, again.due, awaited(again)]).toEqual([false, muchLater, awaited(summer)]);
  });

  test('Going without the cities that are late composes it of the others, and its date is no longer one', () => {
    const other = by('bruno', { kind: 'go-without', case: 'tr-camliova.1', paper: 'reason' });
    const one = play(summer, { kind: 'overdue' }, other);
    expect([awaited(one), one.overdue, one.due]).toEqual([['pl-lakowiec.1'], true, later]);
    const both = play(one, acts['go-without']);
    expect([both.stage, both.cases, both.overdue, Object.hasOwn(both, 'due')]).toEqual([
      { step: 'recompose', composedBy: ['ada'] },
      ['nl-waterlinde.1'],
      false,
      false,
    ]);
  });

  test('Splitting takes the late ones into another announcement', () => {
    const split = by('bruno', { kind: 'split', cases: ['tr-camliova.1', 'pl-lakowiec.1'], into: 'autumn', paper: 'r' });
    const after = play(summer, split);
    expect([after.cases, after.stage.step, after.acts.at(-1)?.kind]).toEqual([
      ['nl-waterlinde.1'],
      'recompose',
      'split',
    ]);
  });

  test('A city that leaves is waited for no longer; a decision on what was seen before is stale', () => {
    const left = play(summer, camliovaLeft);
    expect([awaited(left), left.cases]).toEqual([['pl-lakowiec.1'], ['nl-waterlinde.1', 'pl-lakowiec.1']]);
    expect(play(summer, waterlinde).changed).toBe(2);
    expect(announcementRefusal(left, { ...acts['go-without'], version: 1 })).toEqual({ code: 'stale', version: 2 });
  });
});

describe('An approved announcement that waits for its hour', () => {
  test('Taken back, it is the same draft, to be approved anew', () => {
    const undone = play(waiting, acts.undo);
    expect([undone.stage, undone.publishAt]).toEqual([{ step: 'draft', article: first, composedBy: ['ada'] }, embargo]);
  });

  test('Its hour can be moved or lifted, and the approval stays', () => {
    const moved = play(waiting, by('bruno', { kind: 'schedule', publishAt: later.at }));
    expect([moved.publishAt, moved.stage]).toEqual([later.at, waiting.stage]);
    const lifted = play(waiting, acts.lift);
    expect([lifted.publishAt, lifted.stage]).toEqual([null, waiting.stage]);
  });

  test('Published now, it waits neither for its hour nor for anybody to take it back', () => {
    const now = play(waiting, acts.publish);
    expect([now.publishAt, now.stage]).toEqual([null, { ...waiting.stage, undoUntil: null }]);
  });

  test('Going without a city voids the approval: it is composed anew', () => {
    expect(play(waiting, acts['go-without']).stage).toEqual({ step: 'recompose', composedBy: ['ada'] });
  });
});

test('Nobody leaves a correction: it is about what is public already', () => {
  const correction = amendment('correction');
  expect(play(correction, camliovaLeft)).toBe(correction);
});
