import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { applicationPaperOf } from '../../domain/case-papers.ts';
import { asSoonAs, fieldPath, parsed } from '../../domain/problems.ts';
import { acts, camliova, places, play } from '../support/city-in-play.ts';

test('A field is written as people write it', () => {
  expect(fieldPath(['section', 'blocks', 1, 'paragraph', 1, 'quote', 'text'])).toBe(
    'section.blocks[1].paragraph[1].quote.text',
  );
  expect([fieldPath([]), fieldPath([0, 'name']), fieldPath(['a', 0, 1])]).toEqual(['', '[0].name', 'a[0][1]']);
});

test('A check between fields waits for these fields alone', () => {
  const span = z.strictObject({ from: z.int(), to: z.int(), name: z.string() });
  const schema = z.strictObject({ spans: z.array(span), title: z.string() }).superRefine(
    ({ spans }, context) => {
      for (const [index, { from, to }] of spans.entries())
        if (to < from) context.addIssue({ code: 'custom', path: ['spans', index, 'to'], message: 'lies before from' });
    },
    asSoonAs('spans.from', 'spans.to'),
  );
  const problems = (input: unknown) => {
    const answer = parsed(schema, input);
    return answer.ok ? [] : answer.problems.map(({ path }) => path);
  };
  expect(problems({ spans: [{ from: 2, to: 1 }], mood: 1 })).toEqual(['spans[0].name', 'title', 'mood', 'spans[0].to']);
  expect(problems({ spans: [{ from: 2, to: 1 }, { from: '2' }] })).toEqual([
    'spans[0].name',
    'spans[1].from',
    'spans[1].to',
    'spans[1].name',
    'title',
  ]);
  expect([problems({ title: '' }), problems({ spans: [null], title: '' }), problems(null)]).toEqual([
    ['spans'],
    ['spans[0]'],
    [''],
  ]);
});

test('The application that counts is the last one that was handed in', () => {
  expect(applicationPaperOf(camliova)).toBe('application');
  expect(applicationPaperOf(play(places['review, city'], acts.answer, acts.accept))).toBe('second application');
});
