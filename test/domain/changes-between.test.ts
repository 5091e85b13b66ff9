import { expect, test } from '@jest/globals';
import { changesBetween } from '../../domain/changes-between.ts';

test('What a city changed is named by the path to the field itself, with what was there before and after', () => {
  const before = {
    authority: { name: 'Skarnes', population: { value: 8100, source: 'The register' }, subdivision: 'NO-34' },
    contacts: [{ email: 'one@skarnes.example' }, { email: 'two@skarnes.example' }],
    motivation: 'Same as ever.',
  };
  const after = {
    authority: { name: 'Skarnes', population: { value: 8400, source: 'The register' }, identifiers: { lau: '3415' } },
    contacts: [{ email: 'one@skarnes.example' }, { email: 'other@skarnes.example' }, { email: 'new@skarnes.example' }],
    motivation: 'Same as ever.',
  };
  expect(changesBetween(before, after)).toEqual([
    { path: 'authority.population.value', before: 8100, after: 8400 },
    { path: 'authority.subdivision', before: 'NO-34', after: undefined },
    { path: 'authority.identifiers', before: undefined, after: { lau: '3415' } },
    { path: 'contacts[1].email', before: 'two@skarnes.example', after: 'other@skarnes.example' },
    { path: 'contacts[2]', before: undefined, after: { email: 'new@skarnes.example' } },
  ]);
});

test('The same words again are no change, and a list in place of a text is one', () => {
  expect(changesBetween({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
  expect(changesBetween({ a: 'one' }, { a: ['one'] })).toEqual([{ path: 'a', before: 'one', after: ['one'] }]);
  expect(changesBetween({ a: {} }, { a: [] })).toEqual([{ path: 'a', before: {}, after: [] }]);
});
