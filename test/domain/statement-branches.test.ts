import { describe, expect, test } from '@jest/globals';
import { parsed } from '../../domain/problems.ts';
import { Statement } from '../../domain/statement.ts';
import { changed } from '../support/changed.ts';
import { suppliedQuote as quote, camliovasStatement as whole } from '../support/inputs.ts';

const aText = 'it must be a text in quotation marks';
const unknown = 'is not a known field: check its spelling, or take it out';

function blocksOf(...blocks: unknown[]) {
  const answer = parsed(Statement, changed(whole, 'section.blocks', blocks));
  return answer.ok ? answer.value.section.blocks : answer.problems;
}

describe('Of a paragraph and a quote, the one that the writer meant is spoken of', () => {
  const missingParagraph = `is missing: ${aText} or a list in square brackets`;
  const path = 'section.blocks[0]';
  test.each([
    ['nothing', {}, [{ path: `${path}.paragraph`, message: missingParagraph }]],
    [
      'a misspelt paragraph',
      { paragraf: 'x' },
      [
        { path: `${path}.paragraph`, message: missingParagraph },
        { path: `${path}.paragraf`, message: unknown },
      ],
    ],
    ['a paragraph and a quote at once', { paragraph: 'x', quote }, [{ path: `${path}.quote`, message: unknown }]],
    [
      'an empty quote',
      { quote: {} },
      [
        { path: `${path}.quote.text`, message: `is missing: ${aText}` },
        { path: `${path}.quote.language`, message: `is missing: ${aText}` },
        { path: `${path}.quote.source`, message: 'is missing: it must be an object in curly brackets' },
      ],
    ],
    [
      'a paragraph with two wrong parts',
      { paragraph: [42, 'x', { quote: { ...quote, language: 'english', text: undefined } }] },
      [
        { path: `${path}.paragraph[0]`, message: `is of the wrong kind: ${aText} or an object in curly brackets` },
        { path: `${path}.paragraph[2].quote.text`, message: `is missing: ${aText}` },
        {
          path: `${path}.paragraph[2].quote.language`,
          message: 'is not a language by its tag (BCP 47), such as tr or pt-BR',
        },
      ],
    ],
    [
      'a right paragraph with something beside it',
      { paragraph: 'x', speaker: 'y' },
      [{ path: `${path}.speaker`, message: unknown }],
    ],
  ])('A block with %s', (_, block, problems) => {
    expect(blocksOf(block)).toEqual(problems);
  });
});
