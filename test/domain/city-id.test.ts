import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AnnouncementPlan, slug } from '../../domain/announcement-plan.ts';
import { caseIdOf, cityIdFor, foldedName, slugOf } from '../../domain/city-id.ts';
import { parsed } from '../../domain/problems.ts';

const names = [
  'İzmir',
  'Łódź',
  'Şanlıurfa',
  'Århus',
  'Ñuñoa',
  'Çamlıova',
  'Łąkowiec',
  'Äspholm',
  'Ψηλοχώρι',
  'Тихоград',
];

/** Names as people write them: known letters of many alphabets, with spaces, hyphens, apostrophes and points between. */
const name = fc
  .array(
    fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom(' ', '-', '--', "'", '.', '/', '’', ' - ', '(', ')', '..', '%2e', '\u0307', '\u00a0'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('Names of towns are written in plain letters', () => {
  expect(names.map(slugOf)).toEqual([
    'izmir',
    'lodz',
    'sanliurfa',
    'arhus',
    'nunoa',
    'camliova',
    'lakowiec',
    'aspholm',
    'psilohori',
    'tihograd',
  ]);
});

test('Whatever a name holds, its slug has small letters, digits and single hyphens between them, at most 80', () => {
  fc.assert(
    fc.property(name, (written) => {
      const made = slugOf(written);
      expect(made).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(made.length).toBeLessThanOrEqual(80);
    }),
  );
});

test('A slug that was made is taken as a slug, and made again is itself', () => {
  fc.assert(
    fc.property(
      name.filter((written) => slugOf(written) !== ''),
      (written) => {
        expect(parsed(slug, slugOf(written))).toEqual({ ok: true, value: slugOf(written) });
        expect(slugOf(slugOf(written))).toBe(slugOf(written));
      },
    ),
  );
});

test('A name is the same however its accents are written: in one sign or in two', () => {
  for (const one of names) expect(slugOf(one.normalize('NFD'))).toBe(slugOf(one));
  fc.assert(
    fc.property(name, (written) => {
      expect(slugOf(written.normalize('NFD'))).toBe(slugOf(written.normalize('NFC')));
    }),
  );
});

test('For comparing, capitals, accents and spaces around a name do not count', () => {
  expect([' ÇAMLIOVA ', 'Çamlıova', 'camliova', 'Camliova'].map(foldedName)).toEqual(Array(4).fill('camliova'));
  expect(['İzmir', 'IZMIR', 'Izmir', 'izmir'].map(foldedName)).toEqual(Array(4).fill('izmir'));
});

describe('The id of a city', () => {
  const here = { country: 'US', subdivision: 'US-IL', name: 'Springvale', legalName: 'City of Springvale, Illinois' };
  const there = { country: 'US', subdivision: 'US-MO', name: 'Springvale', legalName: 'City of Springvale, Missouri' };
  const known = (city: string, { legalName }: { legalName: string }) => ({ city, legalName });

  test('It is country and name', () => {
    expect(
      cityIdFor({ country: 'TR', subdivision: 'TR-41', name: 'Çamlıova', legalName: 'Çamlıova Belediyesi' }, []),
    ).toBe('tr-camliova');
    expect(cityIdFor({ country: 'PL', name: 'Łódź', legalName: 'Miasto Łódź' }, [])).toBe('pl-lodz');
  });

  test('Who applies again keeps it, however the legal name is written', () => {
    expect(cityIdFor(here, [known('us-springvale', here)])).toBe('us-springvale');
    expect(cityIdFor({ ...here, legalName: 'CITY OF SPRINGVALE  ILLINOIS' }, [known('us-springvale', here)])).toBe(
      'us-springvale',
    );
  });

  test('Where another authority has it, the part of the country goes between', () => {
    expect(cityIdFor(there, [known('us-springvale', here)])).toBe('us-mo-springvale');
    expect(cityIdFor(there, [known('us-springvale', here), known('us-mo-springvale', there)])).toBe('us-mo-springvale');
  });

  test('Without a part of the country it is shared, and staff are shown a possible duplicate', () => {
    expect(cityIdFor({ ...there, subdivision: undefined }, [known('us-springvale', here)])).toBe('us-springvale');
  });

  test('It never changes for the first one, although another one has shared it since', () => {
    const both = [known('us-springvale', there), known('us-springvale', here)];
    expect([cityIdFor(here, both), cityIdFor(here, both.toReversed())]).toEqual(['us-springvale', 'us-springvale']);
  });

  test('Any name that has a letter or digit gives an id that a plan may name', () => {
    const authority = fc
      .record({
        country: fc.constantFrom('TR', 'PL', 'FI', 'XK'),
        part: fc.constantFrom(undefined, '41', '14'),
        name: name.filter((written) => slugOf(written) !== ''),
        legalName: name,
      })
      // An application names a part of its own country only.
      .map(({ part, ...rest }) => ({ ...rest, subdivision: part && `${rest.country}-${part}` }));
    fc.assert(
      fc.property(authority, authority, (first, second) => {
        const taken = cityIdFor(first, []);
        const city = cityIdFor(second, [{ city: taken, legalName: first.legalName }]);
        expect(city.startsWith(`${(city === taken ? first : second).country.toLowerCase()}-`)).toBe(true);
        const plan = parsed(AnnouncementPlan, { cities: [city], author: { name: 'Ada Lindqvist' } });
        expect(plan.ok).toBe(true);
      }),
    );
  });
});

test('A case is the n-th application of its city, and no two have the same id', () => {
  expect([caseIdOf('tr-izmir', 1), caseIdOf('tr-izmir', 2)]).toEqual(['tr-izmir.1', 'tr-izmir.2']);
  const city = fc.constantFrom('tr-camliova', 'pl-lakowiec', 'us-il-springvale', 'tr-camliova-1');
  fc.assert(
    fc.property(city, fc.nat(), city, fc.nat(), (one, first, other, second) => {
      expect(caseIdOf(one, first) === caseIdOf(other, second)).toBe(one === other && first === second);
    }),
  );
});
