import { expect, test } from '@jest/globals';
import { cells } from '../../../cli/screens/lines.ts';
import { painted } from '../../../cli/screens/paint.ts';
import { seen } from '../../../cli/screens/state.ts';
import { update } from '../../../cli/screens/update.ts';
import { view } from '../../../cli/screens/view.ts';
import {
  ada,
  answered,
  atTheBeginning,
  camliova,
  drawn,
  higashinami,
  key,
  now,
  pressing,
  villanera,
} from './drawing.ts';

const counts = { views: { mine: 3, team: 19, cities: 84, overdue: 3, ready: 5, all: 128 }, stages: {} };
const rows = [villanera, camliova, higashinami];
const escape = '\u001B';

const inbox = answered(
  atTheBeginning(),
  { about: 'me', me: ada },
  { about: 'counts', counts },
  { about: 'list', view: 'mine', filter: '', rows },
);

test('the inbox shows the views, the cases with whose turn it is and until when, and what the first one is about', () => {
  expect(drawn(inbox)).toEqual(
    [
      ' oasc  [1 Mine 3]  2 Team 19  3 Cities 84  4 Overdue 3  5 Ready 5  6 All 128',
      '                                                           3 of 128   due first',
      '',
      '    City             In  Stage      What to do               Since Due',
      '--------------------------------------------------------------------------------',
      '> ! Villanera        ES  review     decide on the answers     5 d  3 d overdue',
      '  * Çamlıova         TR  letter     verify the letter        18 h  tomorrow',
      '  ~ 東浪 Higashinami JP  letter     the city signs           18 h  Mon 8 Mar',
      ...Array.from({ length: 7 }, () => ''),
      '--------------------------------------------------------------------------------',
      ' ! Villanera, Spain                                         case es-villanera.1',
      '   Your turn for 5 d: decide on the answers.',
      '   By a day that has passed: 3 d overdue.',
      '',
      '--------------------------------------------------------------------------------',
      '',
      ' Live, 0 s old   Ada Lindqvist, reviewer   join.oasc.example    Tue 2 Mar 10:42',
      ' Enter open  1-6 view  / filter  c announce  7 news  8 outbox  : office  ? help',
    ].toSpliced(21, 0),
  );
});

test('every row is exactly as wide as the terminal, also with wide and combining signs, from the smallest on', () => {
  for (const size of [
    { columns: 60, rows: 16 },
    { columns: 80, rows: 24 },
    { columns: 140, rows: 40 },
  ]) {
    const screen = view(update(inbox, { kind: 'resized', size })[0]);
    expect(screen.map((row) => row.reduce((sum, { text }) => sum + cells(text), 0))).toEqual(
      Array.from({ length: size.rows }, () => size.columns),
    );
  }
});

test('without colours the same cells are seen, and no colour is sent', () => {
  const escapes = new RegExp(`${escape}\\[([\\d;]*)m`, 'g');
  const plain = view(inbox).map((row) => painted(row, 'none'));
  const coloured = view(inbox).map((row) => painted(row, 'sixteen'));
  expect(plain.map((row) => row.replace(escapes, ''))).toEqual(coloured.map((row) => row.replace(escapes, '')));
  const sent = plain.flatMap((row) => [...row.matchAll(escapes)].map(([, code = '']) => code));
  expect(sent.filter((code) => code !== '0' && code !== '1')).toEqual([]);
});

test('a name with escape sequences and signs that turn what is read is shown by their numbers', () => {
  const hostile = { ...villanera, name: 'A\u202EB\u001B[2JC' };
  const state = answered(inbox, { about: 'list', view: 'mine', filter: '', rows: [hostile] });
  expect(drawn(state)[5]).toBe('> ! A<U+202E>B<U+0.. ES  review     decide on the answers     5 d  3 d overdue');
});

test('before the first answer the screen says that it asks, and whom', () => {
  expect(drawn(atTheBeginning())[5]).toBe('   Asking join.oasc.example ...');
});

test('when nobody answers, the last list stays readable, and the screen says since when and when it tries again', () => {
  const later = '2027-03-02T09:42:38.000Z';
  const trouble = { code: 'unreachable' as const, message: 'Nobody answers.', problems: [] };
  const [lost] = update(inbox, { kind: 'failed', question: { about: 'counts' }, trouble, now: later });
  const screen = drawn(lost);
  expect(screen[5]).toBe('> ! Villanera        ES  review     decide on the answers     5 d  3 d overdue');
  expect(screen[21]).toBe(' x No answer from join.oasc.example since 10:42 (38 s). Next try in 1 s. t: now.');
  expect(screen[22]).toBe(' Data from 10:42   Ada Lindqvist, reviewer   join.oasc.example  Tue 2 Mar 10:42');
});

test('an empty view says so, and where there is something', () => {
  const state = answered(inbox, { about: 'list', view: 'mine', filter: '', rows: [] });
  expect(drawn(state).slice(5, 7)).toEqual([
    '   Nothing waits for you.',
    '   2 Team has 19.  3 Cities has 84.  6 All has 128.',
  ]);
});

test('the first start says what to do next', () => {
  const none = { views: { mine: 0, team: 0, cities: 0, overdue: 0, ready: 0, all: 0 }, stages: {} };
  const state = answered(
    inbox,
    { about: 'counts', counts: none },
    { about: 'list', view: 'mine', filter: '', rows: [] },
  );
  expect(drawn(state).slice(5, 13)).toEqual([
    '   Welcome to oasc. Nothing is here yet, and that is right.',
    '   You are Ada Lindqvist: reviewer, editor, approver.',
    '',
    '   1  Send the form to a city:             http://join.oasc.example/join',
    '   2  Hand in an application from a folder: oasc application submit DIR',
    '   3  Add a colleague, since nobody approves their own work:',
    '      oasc staff add "Bram Okafor" --roles reviewer,editor,approver',
    '   ?  shows the keys, here and on every screen.',
  ]);
});

test('a filter is typed letter by letter, asks for what fits, and Esc takes it away', () => {
  const typing = pressing(inbox, '/', 'v', 'q');
  expect(drawn(typing)[1]).toBe(' filter vq_                                                3 of 128   due first');
  expect(update(typing, key('i')).slice(1)).toEqual([
    { kind: 'ask', question: { about: 'list', view: 'mine', filter: 'vqi' } },
  ]);
  const [cleared] = update(typing, key('escape'));
  expect(drawn(cleared)[1]).toBe('                                                           3 of 128   due first');
});

test('who presses Enter faster than the list comes opens what fits the filter, and nothing of the list before', () => {
  const typed = pressing(inbox, '/', 'c', 'enter');
  const [waiting, ...nothing] = update(typed, key('enter'));
  expect([seen(waiting).page, nothing]).toEqual(['inbox', []]);
  const [open, ...asked] = update(waiting, {
    kind: 'answered',
    answer: { about: 'list', view: 'mine', filter: 'c', rows: [camliova] },
    now,
  });
  expect(seen(open).page).toBe('case');
  expect(asked).toEqual([{ kind: 'ask', question: { about: 'case', case: 'tr-camliova.1' } }]);
});

test('a case stays selected while the list changes around it', () => {
  const state = pressing(inbox, 'down');
  const changed = answered(state, { about: 'list', view: 'mine', filter: '', rows: [camliova, villanera] });
  expect(drawn(changed)[5]).toBe('> * Çamlıova         TR  letter     verify the letter        18 h  tomorrow');
});

test('Enter opens the selected case and asks for it; Esc leads back to the list as it was', () => {
  const [open, ...asked] = update(pressing(inbox, 'down'), key('enter'));
  expect(asked).toEqual([{ kind: 'ask', question: { about: 'case', case: 'tr-camliova.1' } }]);
  expect(seen(open).page).toBe('case');
  expect(drawn(pressing(open, 'escape'))[6]).toBe(
    '> * Çamlıova         TR  letter     verify the letter        18 h  tomorrow',
  );
});

test('a window that is too small says how large it must be', () => {
  const [small] = update(inbox, { kind: 'resized', size: { columns: 52, rows: 12 } });
  expect(drawn(small).slice(0, 4)).toEqual([
    ' oasc needs 60 x 16.',
    ' This window is 52 x 12.',
    ' Make it larger.',
    ' Ctrl-C leaves.',
  ]);
});
