import { describe, expect, test } from '@jest/globals';
import { parsed } from '../../domain/problems.ts';
import { quotesOf, Statement } from '../../domain/statement.ts';
import { changed } from '../support/changed.ts';
import { suppliedQuote as quote, camliovasStatement as whole } from '../support/inputs.ts';

const aText = 'it must be a text in quotation marks';
const unknown = 'is not a known field: check its spelling, or take it out';
const empty = 'is empty: write something here';

function problemsWith(path: string, value: unknown) {
  const answer = parsed(Statement, changed(whole, path, value));
  return answer.ok ? [] : answer.problems;
}

function blocksOf(...blocks: unknown[]) {
  const answer = parsed(Statement, changed(whole, 'section.blocks', blocks));
  return answer.ok ? answer.value.section.blocks : answer.problems;
}

test('A whole statement is taken; a paragraph becomes the list of its parts', () => {
  expect(parsed(Statement, whole)).toEqual({
    ok: true,
    value: changed(whole, 'section.blocks[0]', { paragraph: ['The town counts its lamps.'] }),
  });
});

test('The same words have the same parts, in however many pieces they were written', () => {
  expect(blocksOf({ paragraph: ['One ', '', 'sentence.', { quote }, '', ' '] })).toEqual([
    { paragraph: ['One sentence.', { quote }, ' '] },
  ]);
  expect(blocksOf({ paragraph: 'a\r\nb\rc' })).toEqual([{ paragraph: ['a\nb\nc'] }]);
});

test('Every quote is found, in the order they are printed', () => {
  const answer = parsed(Statement, whole);
  expect(answer.ok && quotesOf(answer.value.section.blocks).map(({ text }) => text)).toEqual([
    'We show what we measure.',
    'Bak.',
  ]);
});

test('A section may do without a heading, if it says so', () => {
  expect(problemsWith('section.heading', null)).toEqual([]);
  expect(problemsWith('section.heading', undefined)).toEqual([
    { path: 'section.heading', message: `is missing: ${aText}` },
  ]);
});

describe('One wrong field is named by its path, also inside a quote inside a paragraph', () => {
  const kinds = 'must be supplied or speech';
  test.each([
    ['speaker.name', undefined, 'speaker.name', `is missing: ${aText}`],
    [
      'speaker.email',
      'a@b.example\r\nBcc: x@y.example',
      'speaker.email',
      'is not one e-mail address such as office@town.example',
    ],
    ['section', undefined, 'section', 'is missing: it must be an object in curly brackets'],
    ['section.blocks', [], 'section.blocks', 'is empty: the section needs a paragraph or a quote'],
    ['section.blocks[0]', 'text', 'section.blocks[0]', 'is of the wrong kind: it must be an object in curly brackets'],
    ['section.blocks[0]', null, 'section.blocks[0]', 'is of the wrong kind: it must be an object in curly brackets'],
    [
      'section.blocks[0].paragraph',
      42,
      'section.blocks[0].paragraph',
      `is of the wrong kind: ${aText} or a list in square brackets`,
    ],
    ['section.blocks[0].paragraph', '', 'section.blocks[0].paragraph', empty],
    ['section.blocks[0].paragraph', [], 'section.blocks[0].paragraph', empty],
    ['section.blocks[0].paragraph', [' ', '\n'], 'section.blocks[0].paragraph', empty],
    [
      'section.blocks[0].paragraph',
      'x'.repeat(5001),
      'section.blocks[0].paragraph',
      'is too long: at most 5000 characters',
    ],
    [
      'section.blocks[0].paragraph',
      ['\udc00'],
      'section.blocks[0].paragraph[0]',
      'holds half a character: type the text again',
    ],
    [
      'section.blocks[1].paragraph[1]',
      42,
      'section.blocks[1].paragraph[1]',
      `is of the wrong kind: ${aText} or an object in curly brackets`,
    ],
    [
      'section.blocks[1].paragraph[1]',
      {},
      'section.blocks[1].paragraph[1].quote',
      'is missing: it must be an object in curly brackets',
    ],
    [
      'section.blocks[1].paragraph[1].quote.text',
      undefined,
      'section.blocks[1].paragraph[1].quote.text',
      `is missing: ${aText}`,
    ],
    ['section.blocks[1].paragraph[1].quote.text', '', 'section.blocks[1].paragraph[1].quote.text', empty],
    [
      'section.blocks[1].paragraph[1].quote.text',
      42,
      'section.blocks[1].paragraph[1].quote.text',
      `is of the wrong kind: ${aText}`,
    ],
    ['section.blocks[1].paragraph[1].quote.mood', 'x', 'section.blocks[1].paragraph[1].quote.mood', unknown],
    ['section.blocks[1].paragraph[1].mood', 'x', 'section.blocks[1].paragraph[1].mood', unknown],
    [
      'section.blocks[1].paragraph[1].quote.source.kind',
      'song',
      'section.blocks[1].paragraph[1].quote.source.kind',
      kinds,
    ],
    ['section.blocks[2].quote.source.kind', 'song', 'section.blocks[2].quote.source.kind', kinds],
    ['section.blocks[2].quote.source.kind', undefined, 'section.blocks[2].quote.source.kind', kinds],
    [
      'section.blocks[2].quote.source',
      'speech',
      'section.blocks[2].quote.source',
      'is of the wrong kind: it must be an object in curly brackets',
    ],
    ['section.blocks[2].quote.source.event', undefined, 'section.blocks[2].quote.source.event', `is missing: ${aText}`],
    [
      'section.blocks[2].quote.source.date',
      '2027-02-30',
      'section.blocks[2].quote.source.date',
      'is not a date that exists: write it as 2027, 2027-02 or 2027-02-24',
    ],
    [
      'section.blocks[2].quote.source.url',
      'javascript:alert(1)',
      'section.blocks[2].quote.source.url',
      'is not a web address such as https://town.example',
    ],
    [
      'section.blocks[2].quote.language',
      'english',
      'section.blocks[2].quote.language',
      'is not a language by its tag (BCP 47), such as tr or pt-BR',
    ],
    [
      'section.blocks[2].quote',
      42,
      'section.blocks[2].quote',
      'is of the wrong kind: it must be an object in curly brackets',
    ],
    ['section.blocks[2].mood', 'x', 'section.blocks[2].mood', unknown],
    ['consent', undefined, 'consent', 'is missing: it must be an object in curly brackets'],
    ['consent.photo', 'yes', 'consent.photo', 'is of the wrong kind: it must be true or false'],
    [
      'consent.quotes',
      false,
      'consent.quotes',
      'is false although the section holds quotes: agree to their use, or take them out',
    ],
  ])('%s as %j', (path, value, where, message) => {
    expect(problemsWith(path, value)).toEqual([{ path: where, message }]);
  });
});

test('All problems come at once: a heading that is missing does not hide that the quotes are not agreed to', () => {
  const input = changed(changed(changed(whole, 'section.heading', undefined), 'consent.quotes', false), 'mood', 'x');
  expect(parsed(Statement, input, 'statement.json')).toEqual({
    ok: false,
    problems: [
      { file: 'statement.json', path: 'section.heading', message: `is missing: ${aText}` },
      { file: 'statement.json', path: 'mood', message: unknown },
      {
        file: 'statement.json',
        path: 'consent.quotes',
        message: 'is false although the section holds quotes: agree to their use, or take them out',
      },
    ],
  });
});
