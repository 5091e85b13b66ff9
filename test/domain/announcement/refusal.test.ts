import { describe, expect, test } from '@jest/globals';
import { announcementDecisionKinds } from '../../../domain/announcement/acts.ts';
import { announcementRefusal } from '../../../domain/announcement/refusal.ts';
import {
  acts,
  amendment,
  approved,
  at,
  by,
  embargo,
  play,
  spring,
  steps,
  summer,
  undoUntil,
  waiting,
} from '../../support/announcement-in-play.ts';

const whileOpen = ['edit', 'go-without', 'split', 'schedule', 'lift', 'wait', 'drop'];
const takes: Record<keyof typeof steps, string[]> = {
  gathering: ['go-without', 'wait-until', 'split', 'schedule', 'lift', 'drop'],
  draft: [...whileOpen, 'approve'],
  recompose: whileOpen,
  approved: [...whileOpen, 'undo', 'publish'],
  publishing: [],
  published: [],
  dropped: [],
};
/** A recomposed announcement has one town left, and neither it nor the draft has an embargo. */
const otherwise: Record<string, object> = {
  'gathering lift': { code: 'no-embargo' },
  'draft lift': { code: 'no-embargo' },
  'recompose lift': { code: 'no-embargo' },
  'recompose go-without': { code: 'last-city' },
  'recompose split': { code: 'last-city' },
};

test.each(Object.keys(steps) as (keyof typeof steps)[])(
  'An announcement that is “%s” takes each act, or refuses it because of its step',
  (step) => {
    const answers = announcementDecisionKinds.map((kind) => [kind, announcementRefusal(steps[step], acts[kind])]);
    expect(answers).toEqual(
      announcementDecisionKinds.map((kind) => [
        kind,
        takes[step].includes(kind) ? (otherwise[`${step} ${kind}`] ?? null) : { code: 'wrong-step', step },
      ]),
    );
  },
);

describe('Taking an approval back', () => {
  const undoneAt = (instant: string) => announcementRefusal(waiting, { ...acts.undo, at: instant });

  test('It can be taken back until its time is over, and not a moment later', () => {
    expect([undoneAt(at), undoneAt('2027-03-05T09:09:59.999Z'), undoneAt(undoUntil)]).toEqual([
      null,
      null,
      { code: 'undo-over', at: undoUntil },
    ]);
  });

  test('Where the network gives no time for that, there is nothing to take back', () => {
    expect(announcementRefusal(approved, acts.undo)).toEqual({ code: 'undo-over', at: null });
  });
});

describe('The embargo', () => {
  const moves = [acts.schedule, acts.lift, acts.publish];

  test('Once a second person has approved it with its hour, whoever composed it does not move that hour', () => {
    const own = { code: 'own-work', rule: 'embargo-composed' };
    expect(moves.map((act) => announcementRefusal(waiting, { ...act, actor: 'ada' }))).toEqual([own, own, own]);
    expect(moves.map((act) => announcementRefusal(waiting, act))).toEqual([null, null, null]);
  });

  test('Before that, whoever composed it may', () => {
    const scheduled = play(spring, by('ada', { kind: 'schedule', publishAt: embargo }));
    expect(announcementRefusal(scheduled, by('ada', { kind: 'lift' }))).toBeNull();
  });

  test('An hour that was moved is seen: an approval of the announcement as it was before is stale', () => {
    const scheduled = play(spring, acts.schedule);
    expect(announcementRefusal(scheduled, { ...acts.approve, version: spring.version })).toEqual({
      code: 'stale',
      version: scheduled.version,
    });
  });
});

describe('Cities that are taken out', () => {
  test('Only a city that is in it can be taken out', () => {
    const stranger = { kind: 'go-without', case: 'tr-nowhere.1', paper: 'reason' } as const;
    expect(announcementRefusal(spring, by('bruno', stranger))).toEqual({ code: 'not-in-it', case: 'tr-nowhere.1' });
  });

  test('One city at least stays', () => {
    const all = { kind: 'split', cases: summer.cases, into: 'autumn', paper: 'reason' } as const;
    expect(announcementRefusal(summer, by('bruno', all))).toEqual({ code: 'last-city' });
  });
});

describe('A correction or retraction', () => {
  test('Its cities follow from what is public: nobody leaves it', () => {
    const correction = amendment('correction');
    const later = { code: 'later-edition' };
    expect([acts['go-without'], acts.split].map((act) => announcementRefusal(correction, act))).toEqual([later, later]);
  });

  test('A correction can be edited, a retraction has no words of its own', () => {
    expect(announcementRefusal(amendment('correction'), acts.edit)).toBeNull();
    expect(announcementRefusal(amendment('retraction'), acts.edit)).toEqual({ code: 'later-edition' });
  });

  test('A second person approves it, as the first edition', () => {
    const approve = { ...acts.approve, decision: { ...acts.approve.decision, article: '2'.repeat(64) } };
    expect(announcementRefusal(amendment('retraction'), { ...approve, actor: 'ada' })).toEqual({
      code: 'own-work',
      rule: 'approver-composed',
    });
    expect(announcementRefusal(amendment('retraction'), approve)).toBeNull();
  });
});
