import { expect, test } from '@jest/globals';
import { correctedArticle } from '../../../domain/amending.ts';
import { composeNewsletter } from '../../../templates/mails/newsletter.ts';
import { twoTowns } from '../../support/articles.ts';
import { network } from '../../support/mails.ts';
import { readText } from '../../support/read-text.ts';

const address = 'https://towns.example/news/camliova-and-lakowiec-join-the-network/';

test('The newsletter has the whole article, its quotes in quotation marks, its address, and how to leave', () => {
  const { subject, text } = composeNewsletter(twoTowns, { network, address });
  expect(subject).toBe('Çamlıova and Łąkowiec Join the Network');
  expect(text).toBe(`Çamlıova and Łąkowiec Join the Network

The network has two new members: Çamlıova and Łąkowiec.

Çamlıova: streets that explain themselves

The town counts its lamps. “A sensor should say what it measures”, says Defne Ardıç.

“We share what works.
We say what does not.”
Defne Ardıç, Mayor of Çamlıova

Łąkowiec in Poland has signed.

Read it on our website:

https://towns.example/news/camliova-and-lakowiec-join-the-network/

-- 
You get this because you are on our mailing list. To leave it, answer this mail with the word “leave”.
Network of Open Towns, join@towns.example
`);
});

test('The newsletter says the same as text and as HTML, and holds no picture', () => {
  const { text, html } = composeNewsletter(twoTowns, { network, address });
  expect(readText(html)).toEqual(text.split(/\n+/).filter((line) => line !== '' && line !== '-- '));
  expect(html).not.toContain('<img');
});

test('Markup and hidden signs in an article are shown, not followed', () => {
  const hostile = 'Two\r\nBcc: eve@x.example <img src=x>\u202e';
  const { subject, html } = composeNewsletter({ ...twoTowns, title: hostile, lead: hostile }, { network, address });
  expect(subject).toBe('Two Bcc: eve@x.example <img src=x><U+202E>');
  expect(html).not.toContain('<img');
});

test('A correction says so in its subject, and first of all what has changed', () => {
  const corrected = correctedArticle(twoTowns, twoTowns, 'The lead was wrong.');
  const { subject, text } = composeNewsletter(corrected, { network, address });
  expect(subject).toBe('Corrected: Çamlıova and Łąkowiec Join the Network');
  expect(text.split('\n').slice(0, 3)).toEqual(['Çamlıova and Łąkowiec Join the Network', '', 'The lead was wrong.']);
});
