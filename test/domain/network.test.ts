import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { Network } from '../../domain/network.ts';
import { parsed } from '../../domain/problems.ts';
import { changed } from '../support/changed.ts';
import { networkInput } from '../support/networks.ts';

test('The network that ships is right, as it stands in its file', async () => {
  const shipped: unknown = JSON.parse(await readFile(new URL('../../network.json', import.meta.url), 'utf8'));
  expect(parsed(Network, shipped, 'network.json')).toEqual({ ok: true, value: shipped });
});

test('Another network is taken from its own file alone', () => {
  expect(parsed(Network, networkInput)).toEqual({ ok: true, value: networkInput });
});

const aText = 'it must be a text in quotation marks';
test.each([
  ['name', undefined, `is missing: ${aText}`],
  ['zone', 'Helsinki', 'is not a time zone by its IANA name, such as Europe/Brussels'],
  ['sender.email', 'Join <join@towns.example>', 'is not one e-mail address such as office@town.example'],
  ['sender.email', 'join@towns.example\r\nBcc: x@y.example', 'is not one e-mail address such as office@town.example'],
  ['languages', [], 'is too few: at least 1'],
  ['countryNames.UK', 'England', 'is not a country by its code of two letters (ISO 3166-1), such as TR or NL'],
  ['closingHour', 24, 'is too large: at most 23'],
  ['linkDays', '60', 'is of the wrong kind: it must be a number'],
  ['codeMinutes', 11, 'a code lives 10 minutes at most'],
  ['days.review.staff', undefined, 'is missing: it must be an object in curly brackets'],
  ['days.letter.city.remind', [7, 7], 'must rise and stay below the limit'],
  ['days.letter.city.remind', [7, 30], 'must rise and stay below the limit'],
  ['days.letter.city.warn', 30, 'must stay below the limit'],
  ['days.letter.city.limit', 1.5, 'is of the wrong kind: it must be a whole number'],
  ['letter.current', '2026-1', 'names a version that the list does not hold'],
  ['letter.versions[0].texts.en.commitments', [], 'is too few: at least 1'],
  ['letter.versions[0].texts', {}, 'is empty: give the words in one language at least'],
  ['announcement.title.one', '', 'is empty: write something here'],
  ['channels', [], 'is not a known field: check its spelling, or take it out'],
])('Of the network’s file: %s as %j is named, with what is accepted', (path, value, message) => {
  const answer = parsed(Network, changed(networkInput, path, value), 'network.json');
  expect(answer).toEqual({ ok: false, problems: [{ file: 'network.json', path, message }] });
});
