import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, sha256, sha256OfValue } from '../../domain/canonical.ts';

const article = {
  title: 'Çamlıova and Łąkowiec',
  cities: ['tr-camliova', 'pl-lakowiec'],
  count: 2,
  image: null,
  open: true,
  quote: { text: '“We show\nwhat we measure.”', language: 'en' },
};

/** JSON as it comes out of a file: there is no minus zero in it, once written. */
const json = fc.jsonValue({ maxDepth: 4 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

test('The fields stand in order, with nothing between the signs', () => {
  expect(canonicalJson(article)).toBe(
    '{"cities":["tr-camliova","pl-lakowiec"],"count":2,"image":null,"open":true,"quote":{"language":"en","text":"“We show\\nwhat we measure.”"},"title":"Çamlıova and Łąkowiec"}',
  );
});

test('Fields are ordered by their UTF-16 units, as RFC 8785 has it', () => {
  const fields = { '\ufb33': 1, '\u{1f600}': 2, '\u20ac': 3, '\r': 4, '1': 5, '\u0080': 6, ö: 7 };
  expect(canonicalJson(fields)).toBe('{"\\r":4,"1":5,"\u0080":6,"ö":7,"€":3,"😀":2,"\ufb33":1}');
});

test('The hash is the one that anybody else computes (with Python’s json and hashlib)', () => {
  expect(sha256OfValue(article)).toBe('7b2d18ea95280caa77b9a1fb52b6c954146ad31abafa69979f45929c0ce50bbb');
});

test('The hash of bytes is the one of their text', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect([sha256(''), sha256(new Uint8Array())]).toEqual([empty, empty]);
  expect(sha256('Łódź')).toBe(sha256(new TextEncoder().encode('Łódź')));
});

test('An absent field and one that is undefined are the same, null is another', () => {
  expect(canonicalJson({ title: 'x', lead: undefined })).toBe('{"title":"x"}');
  expect(canonicalJson({ title: 'x', lead: null })).toBe('{"lead":null,"title":"x"}');
});

test('In which order the fields were set changes nothing', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(backwards(value))).toBe(canonicalJson(value));
    }),
  );
});

test('What was written is read back as the same value', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
    }),
  );
});

test('Different values have different texts and different hashes', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      const same = isSame(one, other);
      expect(canonicalJson(one) === canonicalJson(other)).toBe(same);
      expect(sha256OfValue(one) === sha256OfValue(other)).toBe(same);
    }),
  );
  expect(new Set([['1', '2'], ['12'], [1, 2], [12], '12', 12, [[1], 2], { 1: 2 }].map(sha256OfValue)).size).toBe(8);
});

test('The order of a list counts', () => {
  expect(sha256OfValue(['tr-camliova', 'pl-lakowiec'])).not.toBe(sha256OfValue(['pl-lakowiec', 'tr-camliova']));
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (value === null || typeof value !== 'object') return value;
  const turned = Object.entries(value)
    .toReversed()
    .map(([name, field]): [string, unknown] => [name, backwards(field)]);
  return Object.fromEntries(turned);
}

function isSame(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}
