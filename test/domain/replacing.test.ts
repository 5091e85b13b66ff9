import { expect, test } from '@jest/globals';
import { withReplacement } from '../../domain/replacing.ts';
import { twoTowns } from '../support/articles.ts';

const inCamliova = (find: string, by = 'its lanterns') => withReplacement(twoTowns, { city: 'tr-camliova', find, by });

test('words of a city’s paragraph are replaced, and nothing else is', () => {
  const replaced = inCamliova('its lamps');
  const expected = structuredClone(twoTowns);
  const block = expected.sections[0]?.blocks[0];
  if (block && 'paragraph' in block) block.paragraph[0] = 'The town counts its lanterns. ';
  expect(replaced).toEqual({ ok: true, article: expected });
});

test('words of its heading can be replaced, also by signs that mean something in a pattern', () => {
  const replaced = inCamliova('streets', '$& $1');
  expect(replaced.ok && replaced.article.sections[0]?.heading).toBe('Çamlıova: $& $1 that explain themselves');
});

test('what somebody has said is never replaced, nor what stands in another city’s section, or in two places', () => {
  expect(inCamliova('A sensor')).toEqual({ ok: false, why: 'absent' });
  expect(inCamliova('has signed')).toEqual({ ok: false, why: 'absent' });
  expect(inCamliova('s')).toEqual({ ok: false, why: 'repeated' });
});
