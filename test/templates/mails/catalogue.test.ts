import { expect, test } from '@jest/globals';
import { correctedArticle } from '../../../domain/amending.ts';
import { wordsFor } from '../../../templates/mails/catalogue.ts';
import english from '../../../templates/mails/en.json' with { type: 'json' };
import { composeMail } from '../../../templates/mails/mail.ts';
import { composeNewsletter } from '../../../templates/mails/newsletter.ts';
import { twoTowns } from '../../support/articles.ts';
import { defne, everyMail, network } from '../../support/mails.ts';

test('Every sentence of the catalogue stands in some mail', () => {
  const mails = [
    ...everyMail.map((mail) => composeMail(mail, { network, to: defne })),
    ...[twoTowns, correctedArticle(twoTowns, twoTowns, 'The lead was wrong.')].map((article) =>
      composeNewsletter(article, { network, address: 'https://towns.example/news/two' }),
    ),
  ];
  const written = mails.flatMap(({ subject, text }) => [subject, ...text.split('\n')]);
  expect(sentencesIn(english).filter((sentence) => !written.some((line) => sentence.test(line)))).toEqual([]);
});

test('A sentence that the catalogue has not is an error', () => {
  expect(() => wordsFor('en').sentence('letter-to-sing.subject', {})).toThrow(
    'The catalogue of mails has no sentence letter-to-sing.subject.',
  );
  expect(() => wordsFor('en').paragraphs('withdrawn.subject')).toThrow(
    'The catalogue of mails has no paragraphs withdrawn.subject.',
  );
});

test('A gap that nothing fills is an error', () => {
  expect(() => wordsFor('en').sentence('rejected.subject', { town: 'Çamlıova' })).toThrow(
    'Nothing fills the gap {{city}} in a sentence of the catalogue of mails.',
  );
});

test('A language is found by its tag, or by its first part, or is English', () => {
  expect(['en', 'en-GB', 'tr', 'pt-BR', '__proto__'].map((tag) => wordsFor(tag).language)).toEqual(
    Array.from({ length: 5 }, () => 'en'),
  );
});

/** Each sentence as a pattern in which the gaps may hold anything; some sentences are put inside others. */
function sentencesIn(part: unknown): RegExp[] {
  if (typeof part !== 'string') return Object.values(Object(part)).flatMap(sentencesIn);
  const pieces = part.split(/{{\w+}}/).map((piece) => piece.replace(/[.?()“”]/g, '\\$&'));
  return [new RegExp(pieces.join('.+'))];
}
