import { expect, test } from '@jest/globals';
import { Application } from '../../domain/application.ts';
import { letterDifferences } from '../../domain/letter-differences.ts';
import { changed } from '../support/changed.ts';
import { acts, issued, places, play } from '../support/city-in-play.ts';
import { camliovasApplication } from '../support/inputs.ts';

const application = Application.parse(camliovasApplication);
const signatory = { name: 'Defne Ardıç', title: 'Mayor of Çamlıova', capacity: 'office-holder' };
const signed = places['letter, verify'];
const act = signed.acts.at(-1)?.id ?? '';

function differences(paper: unknown, of = application, city = signed) {
  return letterDifferences(of, city, { [act]: paper });
}

test('A letter that the office-holder signed in time shows nothing', () => {
  expect(differences({ signatory, typedName: 'Defne Ardıç', signedOn: '2027-03-02' })).toEqual([]);
  expect(differences({ signatory, typedName: 'DEFNE  ARDIÇ', signedOn: '2027-03-01' })).toEqual([]);
});

test('Before anything is signed there is nothing to compare', () => {
  expect(letterDifferences(application, places['letter, sign'], {})).toEqual([]);
  expect(letterDifferences(application, signed, {})).toEqual([]);
});

test('Everything that differs is shown at once', () => {
  expect(
    differences({
      signatory: { ...signatory, title: 'Deputy Mayor', capacity: 'acting' },
      typedName: 'Deniz Kaya',
      signedOn: '2026-09-20',
    }),
  ).toEqual([
    { kind: 'other-name', signed: 'Deniz Kaya', record: 'Defne Ardıç' },
    { kind: 'other-title', signed: 'Deputy Mayor', record: 'Mayor of Çamlıova' },
    { kind: 'not-the-office-holder', capacity: 'acting' },
    { kind: 'dated-before-letter', signedOn: '2026-09-20', letter: '2027-03-01' },
    { kind: 'mandate-not-in-force', signedOn: '2026-09-20', effectiveOn: '2026-09-21' },
  ]);
});

test('Of a scan, the name is the one that was said with it', () => {
  const [upload] = [play(places['letter, sign'], acts.upload)];
  const id = upload.acts.at(-1)?.id ?? '';
  const paper = {
    signatory: { ...signatory, name: 'Deniz Kaya' },
    signedOn: '2027-03-02',
    type: 'application/pdf',
    size: 9,
  };
  expect(letterDifferences(application, upload, { [id]: paper })).toEqual([
    { kind: 'other-name', signed: 'Deniz Kaya', record: 'Defne Ardıç' },
  ]);
});

test('A term that was over is shown; on its last day it was not', () => {
  const on = (signedOn: string) => differences({ signatory, signedOn });
  expect([on('2029-04-07'), on('2029-04-08')]).toEqual([
    [],
    [{ kind: 'term-over', signedOn: '2029-04-08', termEnd: '2029-04-07' }],
  ]);
});

test('The day of the letter is the one that the city’s clock showed: signed the same evening, it is not too early', () => {
  const west = Application.parse(changed(camliovasApplication, 'authority.timeZone', 'America/New_York'));
  const night = { ...issued, issuedAt: '2027-03-02T02:00:00.000Z' };
  const city = {
    ...signed,
    acts: signed.acts.map((one) => (one.kind === 'letter-issued' ? { ...one, letter: night } : one)),
  };
  expect(differences({ signatory, signedOn: '2027-03-01' }, west, city)).toEqual([]);
  expect(differences({ signatory, signedOn: '2027-02-28' }, west, city)).toEqual([
    { kind: 'dated-before-letter', signedOn: '2027-02-28', letter: '2027-03-01' },
  ]);
});
