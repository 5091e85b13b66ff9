import { describe, expect, test } from '@jest/globals';
import { announcementRefusal } from '../../../domain/announcement/rules.ts';
import { announcementDecisionKinds } from '../../../domain/announcement/state.ts';
import {
  acts,
  approved,
  at,
  by,
  camliovaLeft,
  first,
  lakowiecLeft,
  later,
  newsletter,
  out,
  play,
  published,
  publishing,
  second,
  spring,
  steps,
} from '../../support/announcement-in-play.ts';

const takes: Record<keyof typeof steps, string[]> = {
  draft: ['edit', 'approve', 'drop', 'wait'],
  recompose: ['edit', 'drop', 'wait'],
  approved: ['edit', 'drop', 'wait'],
  publishing: [],
  published: [],
  dropped: [],
};

test.each(Object.keys(steps) as (keyof typeof steps)[])(
  'An announcement that is “%s” takes each act, or refuses it because of its step',
  (step) => {
    const answers = announcementDecisionKinds.map((kind) => [kind, announcementRefusal(steps[step], acts[kind])]);
    expect(answers).toEqual(
      announcementDecisionKinds.map((kind) => [kind, takes[step].includes(kind) ? null : { code: 'wrong-step', step }]),
    );
  },
);

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
    expect(approved.stage).toEqual({ step: 'approved', article: first, composedBy: ['ada'], approvedBy: 'bruno' });
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
