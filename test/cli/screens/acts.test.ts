import { expect, test } from '@jest/globals';
import type { Offer } from '../../../cli/screens/known.ts';
import { update } from '../../../cli/screens/update.ts';
import { fileAt, inReview, may, openedAt, returnedMeanwhile, toVerify } from './case-in-view.ts';
import { answered, drawn, key, now, pressing, typing } from './drawing.ts';

const reviewing = openedAt(fileAt(inReview, [may('accept'), may('return'), may('reject'), may('hold')]));
const ownUpload: Offer = {
  kind: 'verify',
  may: false,
  code: 'own-work',
  sentence: 'You cannot verify this letter, because you signed or uploaded it yourself.',
  who: [{ id: 'bruno', name: 'Bruno Okafor' }],
};

test('the page of a case shows what one may do with the key of each act, and why the rest is not possible', () => {
  const screen = drawn(openedAt(fileAt(toVerify, [ownUpload, may('return-letter')])));
  expect(screen.slice(15, 20)).toEqual([
    ' You may now                                Not now, and why',
    ' r return the letter  g give it to          verify the letter: You cannot',
    ' n note                                       verify this letter, because you',
    ' q question to the c..                        signed or uploaded it yourself.',
    ' d the mandate',
  ]);
});

test('a key whose act is not possible says why, and who is free to do it', () => {
  const state = pressing(openedAt(fileAt(toVerify, [ownUpload])), 'v');
  expect(drawn(state)[21]).toBe(' x Not now, verify the letter: You cannot verify this letter, because you sign..');
});

test('an act that needs a reason asks for it, says what follows, and sends exactly what was typed', () => {
  const dialog = typing(pressing(reviewing, 'r'), 'No source.');
  expect(drawn(dialog).slice(0, 8)).toEqual([
    ' oasc > Return for changes: Çamlıova',
    '   The city changes its answers and sends them again; nothing has to be typed',
    '   twice.',
    '   The city gets a mail in 10 minutes; until then u takes it back.',
    '--------------------------------------------------------------------------------',
    ' What should the city change? The city reads this.',
    ' > No source.',
    ' >',
  ]);
  expect(update(dialog, key('ctrl-s')).slice(1)).toEqual([
    {
      kind: 'send',
      dialog: 'act of r',
      done: 'Done: return for changes, Çamlıova.',
      sending: {
        path: '/cases/tr-camliova.1/acts',
        body: { id: 'act of r', version: 1, decision: { kind: 'return', reason: 'No source.' } },
      },
    },
  ]);
});

test('nothing is sent as long as a reason is missing', () => {
  const [state, ...effects] = update(pressing(reviewing, 'x'), key('ctrl-s'));
  expect(effects).toEqual([]);
  expect(drawn(state)[19]).toBe(' ! Not sent yet. Still needed: Why can it not be accepted? The city reads this.');
});

test('a dialog that is closed keeps what was typed, and opens with it again', () => {
  const again = pressing(typing(pressing(reviewing, 'r'), 'Half a sent'), 'escape', 'r');
  expect(drawn(again)[6]).toBe(' > Half a sent');
});

test('an act that was taken closes its dialog, says so, and its draft is gone', () => {
  const dialog = typing(pressing(reviewing, 'r'), 'No source.');
  const [taken, ...effects] = update(dialog, { kind: 'sent', dialog: 'act of r', done: 'Done.', answer: null, now });
  expect(drawn(taken)[21]).toBe(' + Done.');
  expect(effects).toEqual([{ kind: 'ask', question: { about: 'case', case: 'tr-camliova.1' } }]);
  expect(drawn(pressing(taken, 'r'))[6]).toBe(' >');
});

test('a decision on what has changed meanwhile is not taken: the screen shows what changed, and keeps the words', () => {
  const dialog = pressing(typing(pressing(reviewing, 'x'), 'No source.'), 'ctrl-s');
  const trouble = { code: 'refused' as const, message: 'Stale.', problems: [], refusal: { code: 'stale', version: 2 } };
  const [stale] = update(dialog, { kind: 'unsent', dialog: 'act of x', trouble, now });
  const shown = answered(stale, {
    about: 'case',
    case: 'tr-camliova.1',
    file: fileAt(returnedMeanwhile, [may('reject')]),
  });
  expect(drawn(shown).slice(5, 6)).toEqual([' > No source.']);
  expect(drawn(shown).slice(17, 20)).toEqual([
    ' ! It changed while you were deciding. Nothing was sent, your text is kept.',
    '   10:00  Bruno: returned it for changes',
    '   Ctrl-R: decide on what is there now     Esc: look first, text is kept',
  ]);
  const [, ...effects] = update(pressing(shown, 'ctrl-r'), key('ctrl-s'));
  expect(effects).toMatchObject([{ kind: 'send', sending: { body: { id: 'act of x', version: 2 } } }]);
});

test('an act whose answer never came is sent again under the same id, and counts once', () => {
  const dialog = pressing(typing(pressing(reviewing, 'x'), 'No source.'), 'ctrl-s');
  const trouble = { code: 'unreachable' as const, message: 'Nobody answers.', problems: [] };
  const [unknown] = update(dialog, { kind: 'unsent', dialog: 'act of x', trouble, now });
  expect(drawn(unknown)[18]).toBe(' x Nobody answers. Nobody knows whether it was taken: Ctrl-S sends the same');
  const [, ...effects] = update(unknown, key('ctrl-s'));
  expect(effects).toMatchObject([{ kind: 'send', sending: { body: { id: 'act of x', version: 1 } } }]);
});

test('what cannot be taken back asks for the name of the city first', () => {
  const withdrawing = openedAt(fileAt(inReview, [may('withdraw')]));
  const dialog = typing(pressing(withdrawing, 'W', 'tab'), 'They called.');
  expect(update(dialog, key('ctrl-s')).slice(1)).toEqual([]);
  const confirmed = typing(pressing(dialog, 'tab'), 'Çamlıova');
  expect(update(confirmed, key('enter')).slice(1)).toMatchObject([
    {
      sending: {
        body: { decision: { kind: 'withdraw', evidence: 'mail', reason: 'They called.' } },
      },
    },
  ]);
});

test('any act is found by its name; one that is not possible stays listed with the reason', () => {
  const palette = typing(pressing(openedAt(fileAt(toVerify, [ownUpload, may('return-letter')])), ':'), 'letter');
  expect(drawn(palette).slice(1, 5)).toEqual([
    ' : letter_   2 acts',
    '--------------------------------------------------------------------------------',
    ' > return the letter      r',
    '   verify the letter      v  not now: You cannot verify this letter, because y..',
  ]);
});

test('a day is sent with the zone of the city, at its closing hour', () => {
  const dialog = pressing(reviewing, 'h');
  const filled = typing(pressing(dialog, 'tab'), 'An election.');
  expect(update(filled, key('ctrl-s')).slice(1)).toMatchObject([
    { sending: { body: { decision: { kind: 'hold', until: '2027-04-01T17:00[Europe/Istanbul]' } } } },
  ]);
});
