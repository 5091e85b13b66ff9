import { expect, test } from '@jest/globals';
import { LetterAnswer } from '../../domain/letter-answer.ts';
import { parsed } from '../../domain/problems.ts';
import { changed } from '../support/changed.ts';

const signatory = { name: 'Zofia Wrzos', title: 'Mayor of Łąkowiec', capacity: 'office-holder' };
const electronic = { signing: 'electronic', signatory };
const scanned = { signing: 'scan', signatory, scan: 'signed-letter.pdf', signedOn: '2027-03-02' };

function problems(input: unknown) {
  const answer = parsed(LetterAnswer, input);
  return answer.ok ? [] : answer.problems;
}

test('A letter is answered in the portal or with a scan', () => {
  expect(parsed(LetterAnswer, electronic)).toEqual({ ok: true, value: electronic });
  expect(parsed(LetterAnswer, scanned)).toEqual({ ok: true, value: scanned });
});

test.each([
  ['scan', undefined, 'is missing: name the file with the signed letter'],
  ['scan', 'papers/letter.pdf', 'is not the name of a file in the same folder'],
  ['scan', '..', 'is not the name of a file in the same folder'],
  ['signing', 'fax', 'must be electronic or scan'],
  ['signing', 'electronic', 'is given although the letter is signed electronically: take it out'],
  ['signatory', undefined, 'is missing: it must be an object in curly brackets'],
  ['signatory.capacity', 'friend', 'must be office-holder, acting or delegate'],
  ['signatory.email', 'A <a@b.example>', 'is not one e-mail address such as office@town.example'],
  ['signatory.phone', '1', 'is not a known field: check its spelling, or take it out'],
  ['signedOn', '2027-02-29', 'is not a day that exists: write it as 2027-02-24'],
  ['signedOn', '2027-02', 'is not a day that exists: write it as 2027-02-24'],
  ['seal', 'x', 'is not a known field: check its spelling, or take it out'],
])('Of a scanned letter: %s as %j is named, with what is accepted', (path, value, message) => {
  const where = message.startsWith('is given') ? 'scan' : path;
  expect(problems(changed(scanned, path, value))).toEqual([{ path: where, message }]);
});

test('All problems come at once: a signatory without a name does not hide the missing scan', () => {
  expect(problems({ signing: 'scan', signatory: { ...signatory, name: undefined }, signedOn: '0000-01-01' })).toEqual([
    { path: 'signatory.name', message: 'is missing: it must be a text in quotation marks' },
    { path: 'signedOn', message: 'is not a day that exists: write it as 2027-02-24' },
    { path: 'scan', message: 'is missing: name the file with the signed letter' },
  ]);
});
