import { expect, test } from '@jest/globals';
import type { LetterData } from '../../domain/letter-data.ts';
import { composeLetter } from '../../templates/letter.ts';
import type { LetterSigned } from '../../templates/letter-signatures.ts';
import { createTypesetter } from '../../worker/adapters/typesetter.ts';
import { camliovasLetter, defneSigns } from '../support/letters.ts';
import { testWithPoppler, textOf } from '../support/poppler.ts';

const typeset = createTypesetter();
const printed = (data: LetterData, signed?: LetterSigned) => textOf(typeset(composeLetter(data, signed)));
const hostile = '#evil[x] $1$ *b* @ref <label> \\ "quotes" {party} $& `raw` // #panic("x")';
const chiara = { name: 'Chiara Almgren', role: 'Membership secretary', on: '2027-03-03' };

test('No word of a city stands in the source of the letter', () => {
  const { source } = composeLetter({ ...camliovasLetter, officeHolder: { name: hostile, title: hostile } });
  expect(source).toBe(composeLetter(camliovasLetter).source);
});

test('The letter carries its title, the network as its author, its language and its day', () => {
  const { title, author, language, date } = composeLetter(camliovasLetter);
  expect({ title, author, language, date }).toEqual({
    title: 'Letter of Intent: Çamlıova Belediyesi, Network of Open Towns',
    author: 'Network of Open Towns',
    language: 'en',
    date: '2027-02-18',
  });
});

testWithPoppler('A letter to be signed by pen reads from the parties to the lines for both signatures', () => {
  expect(printed(camliovasLetter)).toBe(
    [
      'Network of Open Towns Reference CAM-4Q7T',
      'Letter of Intent Version 2027-1 · 18 February 2027',
      'Between Çamlıova Belediyesi Çamlıova, Türkiye and Network of Open Towns NOT secretariat@towns.example',
      'By this letter the town and the network say what they intend. It creates no financial duty.',
      'Commitments 1 to share public data where the law allows it 2 to learn in public, with residents',
      'The town may leave the network at any time.',
      'Version 2027-1 Reference CAM-4Q7T Page 1 of 2',
      'Letter of Intent · Network of Open Towns Çamlıova Belediyesi',
      'Who signs, and by what right Defne Ardıç, Mayor, holds the office on the day of this letter.',
      'The signature rests on a decision of the council of 24 February 2027, in force from 26 February 2027.',
      'Its reference: 2027/118',
      'Signatures For Çamlıova Belediyesi For Network of Open Towns',
      'Name Name Title Title Date Date Signature Signature',
      'Version 2027-1 Reference CAM-4Q7T Page 2 of 2',
    ].join(' '),
  );
});

testWithPoppler('A signed letter names its signatory, the countersignature and the fingerprint that was read', () => {
  const text = printed(camliovasLetter, { signatures: [defneSigns], countersignature: chiara });
  expect(text.slice(text.indexOf('Evidence'), text.indexOf(' Version 2027-1 Reference CAM-4Q7T Page 2'))).toBe(
    [
      'Evidence Defne Ardıç, Mayor, signed this letter in the portal on 1 March 2027, 16:20 (Istanbul time),',
      'with a code sent by mail. Fingerprint of the letter that was read (SHA-256)',
      '9c41 07be 55d2 a01f 3c77 e61b 20de 94aa 8b15 f302 9d6c 41e7 702b a9be 1c05 e830',
      'Chiara Almgren, Membership secretary, countersigned this letter for Network of Open Towns on 3 March 2027.',
    ].join(' '),
  );
});

testWithPoppler('A letter that only the town has signed keeps the lines of the network open', () => {
  const text = printed(camliovasLetter, { signatures: [defneSigns] });
  expect([count(text, 'Signed in the portal'), count(text, 'ountersigned'), count(text, ' Signature ')]).toEqual([
    1, 0, 1,
  ]);
});

testWithPoppler('Two signatories of a joint authority stand in the letter with the capacity of each', () => {
  const delegate = { ...defneSigns, name: 'Zofia Wrzos', title: 'Deputy', capacity: 'delegate' as const };
  const text = printed(camliovasLetter, { signatures: [defneSigns, delegate], countersignature: chiara });
  expect([count(text, 'holder of the office'), count(text, 'delegate of the'), count(text, 'Fingerprint of')]).toEqual([
    2, 1, 2,
  ]);
});

test.each([
  ['council-decision', 'The signature rests on a decision of the council of 24 February 2027'],
  ['powers-of-the-mayor', 'The signature rests on the powers of the office itself, by an act of 24 February 2027'],
  ['delegation', 'The signature rests on a delegation of 24 February 2027'],
] as const)('The letter says in plain words what a mandate by %s rests on', (kind, beginning) => {
  const document = composeLetter({ ...camliovasLetter, mandate: { ...camliovasLetter.mandate, kind } });
  const { mandate } = JSON.parse(document.inputs.letter ?? '');
  expect(mandate[1].startsWith(`${beginning}, `)).toBe(true);
});

testWithPoppler.each([
  ['Turkish', 'İĞŞÜÖÇ ığşüöç Şanlıçay Iğdırova'],
  ['Polish', 'Łąkowiec Zażółć gęślą jaźń'],
  ['Greek', 'Δήμος Ασπροχωρίου Ήλιος'],
  ['Cyrillic', 'Їжакове Ґанок Щучьевск ђ ћ'],
  ['Nordic and Baltic', 'Äspholm Ærøby Þórsvík Ķīšezers'],
])('%s names come back from the PDF exactly as they were written', (_language, name) => {
  const text = printed({ ...camliovasLetter, officeHolder: { name, title: 'Mayor' } });
  expect(text.split(`by what right ${name}, Mayor, holds`).length).toBe(2);
});

testWithPoppler('Markup in a name is printed as it was written, everywhere', () => {
  const signed = { signatures: [{ ...defneSigns, name: hostile }], countersignature: { ...chiara, name: hostile } };
  const text = printed({ ...camliovasLetter, officeHolder: { name: hostile, title: 'Mayor' } }, signed);
  const sentences = [
    `${hostile}, Mayor, holds`,
    `${hostile}, Mayor, signed`,
    `${hostile}, Membership secretary, countersigned`,
  ];
  expect(sentences.map((sentence) => count(text, sentence))).toEqual([1, 1, 1]);
});

testWithPoppler('Signs that nobody sees are shown by their number, and a line end in a name is a space', () => {
  const text = printed({
    ...camliovasLetter,
    officeHolder: { name: 'A\u202eb\u200bc\u0007\nD\u2028E', title: 'Mayor' },
  });
  expect(count(text, 'A<U+202E>b<U+200B>c<U+0007> D E, Mayor, holds')).toBe(1);
});

testWithPoppler('A name of 200 letters without a space is broken into lines and loses none of them', () => {
  const name = 'Ğ'.repeat(200);
  const text = printed({ ...camliovasLetter, officeHolder: { name, title: 'Mayor' } }).replaceAll(' ', '');
  expect(count(text, `${name},Mayor,holds`)).toBe(1);
});

testWithPoppler('A long letter with many commitments goes on over the pages to its last word', () => {
  const commitments = Array.from(
    { length: 60 },
    (_, index) => `to keep promise ${index + 1}, ${'and to say so '.repeat(20)}`,
  );
  const text = printed({ ...camliovasLetter, letter: { ...camliovasLetter.letter, commitments } });
  expect(commitments.map((_, index) => count(text, `to keep promise ${index + 1},`))).toEqual(commitments.map(() => 1));
});

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
