import { describe, expect, test } from '@jest/globals';
import { Application } from '../../domain/application.ts';
import { parsed } from '../../domain/problems.ts';
import { changed } from '../support/changed.ts';
import { camliovasApplication as whole } from '../support/inputs.ts';

const aText = 'it must be a text in quotation marks';
const anAddress = 'is not one e-mail address such as office@town.example';
const aDay = 'is not a day that exists: write it as 2027-02-24';
const aCountry = 'is not a country by its code of two letters (ISO 3166-1), such as TR or NL';
const aZone = 'is not a time zone by its IANA name, such as Europe/Brussels';

test('A whole application is taken as it was written', () => {
  expect(parsed(Application, whole)).toEqual({ ok: true, value: whole });
});

test.each([
  'authority.subdivision',
  'authority.identifiers',
  'officeHolder.termEnd',
  'claims[0].date',
  'claims[0].evidence',
  'contacts[1]',
])('An application may do without %s', (path) => {
  const less =
    path === 'contacts[1]' ? { ...whole, contacts: whole.contacts.slice(0, 1) } : changed(whole, path, undefined);
  expect(parsed(Application, less)).toEqual({ ok: true, value: less });
});

test('Claims may be none, and a printed name may be given', () => {
  expect(parsed(Application, { ...whole, claims: [] }).ok).toBe(true);
  expect(parsed(Application, changed(whole, 'officeHolder.printedName', 'Defne A.')).ok).toBe(true);
});

describe('One wrong field is named by its path, with what is accepted', () => {
  test.each([
    ['authority', undefined, 'is missing: it must be an object in curly brackets'],
    ['authority', 'Çamlıova', 'is of the wrong kind: it must be an object in curly brackets'],
    ['authority.legalName', undefined, `is missing: ${aText}`],
    ['authority.legalName', ' \n', 'is empty: write something here'],
    ['authority.legalName', 'x'.repeat(201), 'is too long: at most 200 characters'],
    ['authority.name', 7, `is of the wrong kind: ${aText}`],
    ['authority.name', '—', 'has no letter or digit from which an address could be made'],
    ['authority.nativeName', null, `is of the wrong kind: ${aText}`],
    ['authority.nativeName', '\ud800', 'holds half a character: type the text again'],
    ['authority.kind', 'town', 'must be municipality, metropolitan-municipality, region, district or joint'],
    ['authority.country', undefined, `is missing: ${aText}`],
    ['authority.subdivision', '41', 'is not the code of a part of a country (ISO 3166-2), such as TR-34'],
    ['authority.subdivision', 'PL-14', 'is not a part of TR: it must begin with TR-'],
    ['authority.timeZone', 'Mars/Base', aZone],
    ['authority.timeZone', 'GMT+3', aZone],
    ['authority.timeZone', '+03:00', aZone],
    ['authority.timeZone', 'europe/istanbul', aZone],
    ['authority.languages', [], 'names no language: give at least one'],
    ['authority.languages', 'tr', 'is of the wrong kind: it must be a list in square brackets'],
    ['authority.languages[1]', 'english', 'is not a language by its tag (BCP 47), such as tr or pt-BR'],
    ['authority.languages[0]', 'tr_TR', 'is not a language by its tag (BCP 47), such as tr or pt-BR'],
    ['authority.website', 'javascript:alert(1)', 'is not a web address such as https://town.example'],
    ['authority.identifiers.GEO NAMES', '1', 'is not the name of a register'],
    ['authority.identifiers.geonames', 123456, `is of the wrong kind: ${aText}`],
    ['authority.population', undefined, 'is missing: it must be an object in curly brackets'],
    ['authority.population.value', undefined, 'is missing: it must be a number'],
    ['authority.population.value', '84,000', 'is of the wrong kind: it must be a number'],
    ['authority.population.value', 84000.5, 'is of the wrong kind: it must be a whole number'],
    ['authority.population.value', 0, 'must be more than 0'],
    ['authority.population.value', 1_000_000_001, 'is too large: at most 1000000000'],
    ['authority.population.qualifier', 'circa', 'must be exactly, about, more-than or almost'],
    ['authority.population.geography', 'country', 'must be municipality, metropolitan, urban-area or region'],
    ['authority.population.asOf', '2027-13', 'is not a date that exists: write it as 2027, 2027-02 or 2027-02-24'],
    ['contacts', undefined, 'is missing: it must be a list in square brackets'],
    ['contacts', [], 'must name exactly one main contact'],
    ['contacts[1].role', 'main', 'must name exactly one main contact'],
    ['contacts[1].role', 'boss', 'must be main, mayor-office, press or other'],
    ['contacts[1].name', undefined, `is missing: ${aText}`],
    ['contacts[0].email', 'a@b.example\r\nBcc: x@y.example', anAddress],
    ['contacts[0].email', 'A <a@b.example>', anAddress],
    ['contacts[0].email', 'a@b.example, c@d.example', anAddress],
    ['officeHolder.email', 'mayor', anAddress],
    ['officeHolder.termStart', '2027-02-30', aDay],
    ['officeHolder.termEnd', '2024-04-07', "lies before the term's start, 2024-04-08"],
    ['mandate.kind', 'wish', 'must be council-decision, powers-of-the-mayor or delegation'],
    ['mandate.decidedOn', '0000-01-01', aDay],
    ['mandate.decidedOn', '2026-9-14', aDay],
    ['mandate.effectiveOn', '2026-09-13', 'lies before the decision itself, 2026-09-14'],
    ['motivation', 'x'.repeat(4001), 'is too long: at most 4000 characters'],
    ['claims', undefined, 'is missing: it must be a list in square brackets'],
    ['claims', Array.from({ length: 51 }, () => ({ text: 'x' })), 'is too many: at most 50'],
    ['claims[0].text', '', 'is empty: write something here'],
    ['claims[0].date', '2027-00', 'is not a date that exists: write it as 2027, 2027-02 or 2027-02-24'],
    ['agreements.principles', false, 'must be true: without it nobody can join'],
    ['agreements.privacyNotice', undefined, 'must be true: without it nobody can join'],
    ['colour', 'green', 'is not a known field: check its spelling, or take it out'],
    ['authority.mayor', 'x', 'is not a known field: check its spelling, or take it out'],
    ['contacts[0].phone', 'x', 'is not a known field: check its spelling, or take it out'],
  ])('%s as %j', (path, value, message) => {
    const where = message.includes('exactly one main') ? 'contacts' : path;
    expect(parsed(Application, changed(whole, path, value))).toEqual({
      ok: false,
      problems: [{ path: where, message }],
    });
  });

  test.each(['UK', 'tr', 'ZZ', 'TUR', 'EU', ''])(
    'The country “%s” is refused, in a town without a part of a country',
    (country) => {
      const input = changed(changed(whole, 'authority.subdivision', undefined), 'authority.country', country);
      expect(parsed(Application, input)).toEqual({
        ok: false,
        problems: [{ path: 'authority.country', message: aCountry }],
      });
    },
  );

  test('Kosovo is taken by XK', () => {
    const input = changed(changed(whole, 'authority.subdivision', undefined), 'authority.country', 'XK');
    expect(parsed(Application, input).ok).toBe(true);
  });
});

test('An input that is no application at all gets one answer', () => {
  for (const input of [null, 'application', [], 42])
    expect(parsed(Application, input, 'application.json')).toEqual({
      ok: false,
      problems: [
        { file: 'application.json', path: '', message: 'is of the wrong kind: it must be an object in curly brackets' },
      ],
    });
});

test('All problems come at once: a missing field hides no contradiction between others', () => {
  const wrong: [string, unknown][] = [
    ['authority.subdivision', 'PL-14'],
    ['authority.colour', 'green'],
    ['officeHolder.termEnd', '2024-04-07'],
    ['mandate.effectiveOn', '2026-09-13'],
    ['contacts[0].name', undefined],
    ['contacts[1].role', 'main'],
    ['motivation', undefined],
    ['agreements', undefined],
  ];
  const input = wrong.reduce<unknown>((one, [path, value]) => changed(one, path, value), whole);
  const answer = parsed(Application, input);
  expect(answer.ok ? [] : answer.problems.toSorted((one, other) => (one.path < other.path ? -1 : 1))).toEqual([
    { path: 'agreements', message: 'is missing: it must be an object in curly brackets' },
    { path: 'authority.colour', message: 'is not a known field: check its spelling, or take it out' },
    { path: 'authority.subdivision', message: 'is not a part of TR: it must begin with TR-' },
    { path: 'contacts', message: 'must name exactly one main contact' },
    { path: 'contacts[0].name', message: `is missing: ${aText}` },
    { path: 'mandate.effectiveOn', message: 'lies before the decision itself, 2026-09-14' },
    { path: 'motivation', message: `is missing: ${aText}` },
    { path: 'officeHolder.termEnd', message: "lies before the term's start, 2024-04-08" },
  ]);
});

test('Markup, bidi and control characters in a name are kept as they came; only line ends are made one kind', () => {
  const name = '<b>Çamlıova</b>\u202e\u0007\r\nSecond line';
  const answer = parsed(Application, changed(whole, 'authority.legalName', name));
  expect(answer.ok && answer.value.authority.legalName).toBe('<b>Çamlıova</b>\u202e\u0007\nSecond line');
});
