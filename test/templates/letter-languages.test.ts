import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { letterLanguages } from '../../domain/letter-language.ts';
import { letterWording } from '../../domain/letter-wording.ts';
import { Network } from '../../domain/network.ts';
import { composeLetter } from '../../templates/letter.ts';
import { composeCover } from '../../templates/letter-cover.ts';
import { letterWords } from '../../templates/letter-words.ts';
import { createTypesetter } from '../../worker/adapters/typesetter.ts';
import { camliovasLetter, defneSigns } from '../support/letters.ts';
import { testWithPoppler, textOf } from '../support/poppler.ts';

const network = Network.parse(JSON.parse(readFileSync('network.json', 'utf8')));
const typeset = createTypesetter();
const chiara = { name: 'Chiara Novak', role: 'Secretariat', on: '2027-03-01' };

function letterIn(language: (typeof letterLanguages)[number]) {
  const wording = letterWording(network, network.letter.current, language);
  if (!wording) throw new Error(`There is no letter in ${language}.`);
  return { ...camliovasLetter, language, letter: { version: network.letter.current, ...wording } };
}

test('Every gap of a phrase in English is in the same phrase of every other language, and no other', () => {
  const gaps = (words: object): unknown =>
    Object.fromEntries(
      Object.entries(words).map(([name, phrase]) => [
        name,
        typeof phrase === 'string' ? (phrase.match(/\{\w+\}/g) ?? []).toSorted() : gaps(phrase as object),
      ]),
    );
  const others = letterLanguages.filter((language) => language !== 'en');
  expect(others.map((language) => gaps(letterWords[language]))).toEqual(others.map(() => gaps(letterWords.en)));
});

testWithPoppler('A letter says everything in the language in which it is signed: parties, commitments, dates', () => {
  const firstWords = letterLanguages.map((language) => {
    const text = textOf(
      typeset(composeLetter(letterIn(language), { signatures: [defneSigns], countersignature: chiara })),
    );
    return [
      text.match(/Letter of Intent|Niyet Mektubu|Intentieverklaring|Lettre d’intention/)?.[0],
      text.match(/\(([^)]*)\),? /)?.[1],
    ];
  });
  expect(firstWords).toEqual([
    ['Letter of Intent', 'Istanbul time'],
    ['Niyet Mektubu', 'Istanbul saati'],
    ['Intentieverklaring', 'tijd in Istanbul'],
    ['Lettre d’intention', 'heure locale, Istanbul'],
  ]);
});

testWithPoppler('French writes the first of a month as it is spoken', () => {
  const text = textOf(typeset(composeLetter(letterIn('fr'), { signatures: [defneSigns], countersignature: chiara })));
  expect(text.match(/pour Network of Open Towns le ([^.]*)\./)?.[1]).toBe('1er mars 2027');
});

testWithPoppler(
  'The cover of a scan says on one page who signed by hand and who compared it; each page follows as a picture',
  async () => {
    const page = await sharp({ create: { width: 420, height: 594, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    const scan = { ...defneSigns, signing: 'scan' as const, checkedBy: 'Bram Okafor' };
    const text = textOf(
      typeset(composeCover(letterIn('en'), { signatures: [scan], countersignature: chiara }, [page, page])),
    );
    expect([
      text.includes('Defne Ardıç, Mayor, signed this letter by hand on 1 March 2027.'),
      text.includes('Bram Okafor compared signatory, date, mandate and text for the network.'),
      text.match(/Page \d of \d/g),
    ]).toEqual([true, true, ['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3']]);
  },
);
