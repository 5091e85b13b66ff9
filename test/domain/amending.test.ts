import { expect, test } from '@jest/globals';
import { correctedArticle, isRetracted, retractedArticle } from '../../domain/amending.ts';
import { twoTowns } from '../support/articles.ts';
import { ourNetwork } from '../support/networks.ts';

const corrected = correctedArticle({ ...twoTowns, lead: 'Another.', slug: 'another' }, twoTowns, 'The lead was wrong.');
const retracted = retractedArticle(corrected, 'It was too early.', ourNetwork);

test('a correction stays at the address that readers have, and tells them what has changed', () => {
  expect(corrected).toEqual({
    ...twoTowns,
    lead: 'Another.',
    notices: [{ kind: 'correction', text: 'The lead was wrong.' }],
  });
});

test('of what was taken back no word stays but its title and author, and why', () => {
  expect(retracted).toEqual({
    title: `Taken back: ${twoTowns.title}`,
    slug: twoTowns.slug,
    author: twoTowns.author,
    lead: 'This no longer holds.',
    sections: [],
    articles: [],
    notices: [
      { kind: 'correction', text: 'The lead was wrong.' },
      { kind: 'retraction', text: 'It was too early.' },
    ],
  });
});

test('what was taken back can be brought back by a correction', () => {
  const back = correctedArticle(twoTowns, retracted, 'It holds after all.');
  expect([twoTowns, corrected, retracted, back].map(isRetracted)).toEqual([false, false, true, false]);
  expect(back.notices?.map(({ kind }) => kind)).toEqual(['correction', 'retraction', 'correction']);
});
