import { describe, expect, test } from '@jest/globals';
import { AnnouncementPlan, countryOf } from '../../domain/announcement-plan.ts';
import { parsed } from '../../domain/problems.ts';
import { changed } from '../support/changed.ts';
import { springPlan as whole } from '../support/inputs.ts';

const noSlug = 'is not an address part: use a to z, 0 to 9 and single hyphens';
const noCity = 'is not the id of a city, such as tr-istanbul';
const noTime = 'is not a date and time with a zone, such as 2027-03-11T09:00[Europe/Brussels]';
const noFile = 'is not the name of a file in the same folder';
const noAddress = 'is not one e-mail address such as office@town.example';
const unknown = 'is not a known field: check its spelling, or take it out';

function problemsWith(path: string, value: unknown) {
  const answer = parsed(AnnouncementPlan, changed(whole, path, value));
  return answer.ok ? [] : answer.problems;
}

test('A whole plan is taken as it was written, and one with cities and author alone', () => {
  expect(parsed(AnnouncementPlan, whole)).toEqual({ ok: true, value: whole });
  const least = { cities: ['tr-camliova'], author: { name: 'Ada Lindqvist' } };
  expect(parsed(AnnouncementPlan, least)).toEqual({ ok: true, value: least });
});

describe('One wrong field is named by its path', () => {
  const wrong: [path: string, value: unknown, message: string][] = [
    ...['../x', 'a--b', 'A', 'a/b', '', '%2e', '-a', 'a-', 'a b', 'ä', 'a.b', 'a\n'].map(
      (slug): [string, unknown, string] => ['slug', slug, noSlug],
    ),
    ['slug', 'a'.repeat(101), 'is too long: at most 100 characters'],
    ['cities', undefined, 'is missing: it must be a list in square brackets'],
    ['cities', [], 'names no city'],
    ['cities[0]', 'camliova', noCity],
    ['cities[0]', 'TR-camliova', noCity],
    ['cities[0]', 'tr-', noCity],
    ['cities[0]', '../tr-camliova', noCity],
    ['cities[1]', 'tr-camliova', 'names tr-camliova a second time'],
    ['author.name', '', 'is empty: write something here'],
    ['title', 'x'.repeat(301), 'is too long: at most 300 characters'],
    ['image.file', '../two-bridges.png', noFile],
    ['image.file', '/etc/passwd', noFile],
    ['image.file', 'pictures\\two.png', noFile],
    ['image.file', '..', noFile],
    ['image.file', '', noFile],
    ['image.file', 'two\u0000.png', noFile],
    ['image.file', 'x'.repeat(201), 'is too long: at most 200 characters'],
    ['image.alt', undefined, 'is missing: it must be a text in quotation marks'],
    ['image.size', 3, unknown],
    ['articles[0].excerpt', undefined, 'is missing: it must be a text in quotation marks'],
    ['articles[0].url', 'javascript:alert(1)', 'is not a web address such as https://town.example'],
    ['mailingList[1].email', 'first@readers.example', 'stands in the list a second time'],
    ['mailingList[1].email', 'FIRST@readers.example', 'stands in the list a second time'],
    ['mailingList[0].email', 'a@b.example\r\nBcc: x@y.example', noAddress],
    ['mailingList[0].email', 'a@b.example, c@d.example', noAddress],
    ['mailingList[0].language', 'x', 'is not a language by its tag (BCP 47), such as tr or pt-BR'],
    ['publishAt', '2027-03-11T09:00', noTime],
    ['publishAt', '2027-03-11T09:00+01:00', noTime],
    ['publishAt', '2027-03-11T09:00[Mars/Base]', noTime],
    ['publishAt', '2027-03-11T09:00+05:00[Europe/Brussels]', noTime],
    ['publishAt', '2027-02-30T09:00[Europe/Brussels]', noTime],
    ['publishAt', 'tomorrow', noTime],
    ['colour', 'x', unknown],
  ];
  test.each(wrong)('%s as %j', (path, value, message) => {
    expect(problemsWith(path, value)).toEqual([{ path, message }]);
  });
});

test('All problems come at once: what is wrong hides nothing that is there twice', () => {
  const input = {
    ...whole,
    cities: ['tr-camliova', 'Camliova', 'tr-camliova'],
    author: {},
    slug: 'a--b',
    mailingList: [
      { email: 'first@readers.example', language: 'en' },
      { email: 'nobody', language: 'en' },
      { email: 'First@readers.example', language: 'en' },
    ],
  };
  const answer = parsed(AnnouncementPlan, input);
  expect(answer.ok ? [] : answer.problems).toEqual([
    { path: 'cities[1]', message: noCity },
    { path: 'cities[2]', message: 'names tr-camliova a second time' },
    { path: 'author.name', message: 'is missing: it must be a text in quotation marks' },
    { path: 'slug', message: noSlug },
    { path: 'mailingList[1].email', message: noAddress },
    { path: 'mailingList[2].email', message: 'stands in the list a second time' },
  ]);
});

test('The country of a city stands at the beginning of its id', () => {
  expect([countryOf('tr-camliova'), countryOf('us-il-springfield')]).toEqual(['TR', 'US']);
  expect(() => countryOf('zz-nowhere')).toThrow();
});
