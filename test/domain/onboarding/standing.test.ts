import { expect, test } from '@jest/globals';
import { standing, stepOf } from '../../../domain/onboarding/standing.ts';
import { waitsFor } from '../../../domain/onboarding/state.ts';
import { todoOf } from '../../../domain/onboarding/todo.ts';
import { todoWords } from '../../../templates/todo-words.ts';
import { acts, camliova, later, places, play } from '../../support/city-in-play.ts';

const line = { open: true, pending: null, heldUntil: null, askedUs: 0 };

test('Wherever a case stands, the list says its step and what to do next', () => {
  const told = Object.entries(places).map(([place, city]) => {
    const { stage } = city;
    const step = stepOf(stage);
    const { open } = standing(city);
    const todo = todoOf({ ...line, open, stage: stage.stage, step, waitsFor: waitsFor(stage) });
    return [place, step, todoWords[todo]];
  });
  expect(told).toEqual([
    ['review, staff', null, 'read the application'],
    ['review, city', null, 'the city answers'],
    ['letter, issue', 'issue', 'the letter is being made'],
    ['letter, sign', 'sign', 'the city signs'],
    ['letter, verify', 'verify', 'verify the letter'],
    ['letter, countersign', 'countersign', 'countersign'],
    ['letter, seal', 'seal', 'the letter is being sealed'],
    ['letter, void', 'void', 'issue another letter'],
    ['statement, draft', 'draft', 'the office writes the words'],
    ['statement, confirm', 'confirm', 'the mayor confirms the words'],
    ['statement, approve', 'approve', 'approve the words'],
    ['statement, draft again', 'draft', 'the office writes the words'],
    ['announcement, free', 'free', 'announce'],
    ['announcement, claimed', 'claimed', 'finish its announcement'],
    ['announcement, held', 'held', 'is being published'],
    ['lapsed from review', 'review', 'reopen or close'],
    ['lapsed from the letter', 'letter', 'reopen or close'],
    ['declined', 'letter', 'reopen or close'],
    ['announced', null, 'nothing to do'],
    ['waived', null, 'nothing to do'],
    ['rejected', null, 'nothing to do'],
    ['superseded', null, 'nothing to do'],
    ['withdrawn before the letter', null, 'nothing to do'],
    ['withdrawn as a member', null, 'nothing to do'],
  ]);
});

test('A question of the city comes before everything, then what is on hold, then what was decided and not told', () => {
  const review = { ...line, stage: 'review', step: null, waitsFor: 'staff' };
  const held = { ...review, pending: 'accept', heldUntil: later.at };
  expect([
    todoOf({ ...held, askedUs: 1 }),
    todoOf(held),
    todoOf({ ...held, heldUntil: null }),
    todoOf({ ...review, open: false }),
  ]).toEqual(['answer-question', 'on-hold', 'tell-decision', 'nothing']);
});

test('A turn lasts from the act that began it: reminders, links and more time do not begin another', () => {
  const asked = play(
    camliova,
    { ...acts.return, at: '2027-02-20T10:00:00.000Z' },
    { kind: 'turn-planned', due: later },
    { kind: 'reminded', reminder: 1 },
    { ...acts['ask-link'], at: '2027-02-25T10:00:00.000Z' },
    { ...acts.wait, at: '2027-02-26T10:00:00.000Z' },
  );
  expect(standing(asked)).toEqual({
    step: null,
    since: '2027-02-20T10:00:00.000Z',
    changedAt: '2027-02-26T10:00:00.000Z',
    open: true,
  });
});
