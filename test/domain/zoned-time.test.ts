import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, zoneOf } from '../../domain/dates.ts';
import { zonedTimeIn } from '../../domain/zoned-time.ts';
import { deadlineWords } from '../../templates/time-words.ts';

const why = (written: string) => {
  const found = zonedTimeIn(written);
  return found.ok ? 'taken' : found.why;
};

test('A deadline of 23:59 CET in summer is what it says: an hour later than 23:59 in Brussels', () => {
  const deadline = { at: instantOf('2027-07-01 23:59 CET'), zone: zoneOf('2027-07-01 23:59 CET') };
  expect(deadline).toEqual({ at: '2027-07-01T22:59:00.000Z', zone: '+01:00' });
  expect(deadlineWords(deadline, 'en')).toBe('Thursday 1 July 2027, 23:59 (UTC+1)');
  expect(instantOf('2027-07-01T23:59[Europe/Brussels]')).toBe('2027-07-01T21:59:00.000Z');
});

test('UTC keeps its name', () => {
  expect(['2027-01-10T12:00[UTC]', '2027-01-10T12:00Z', '2027-01-10 12:00 UTC'].map(zoneOf)).toEqual([
    'UTC',
    'UTC',
    'UTC',
  ]);
});

test.each([
  ['2027-07-01 23:59 CEST', '2027-07-01T21:59:00.000Z'],
  ['2027-01-10T12:00 EET', '2027-01-10T10:00:00.000Z'],
  ['2027-01-10T12:00[CET]', '2027-01-10T11:00:00.000Z'],
  ['2027-07-10T12:00[CET]', '2027-07-10T11:00:00.000Z'],
  ['2027-01-10T12:00+05:30', '2027-01-10T06:30:00.000Z'],
  ['2027-01-10T12:00Z', '2027-01-10T12:00:00.000Z'],
  ['2027-10-31T02:30+02:00[Europe/Brussels]', '2027-10-31T00:30:00.000Z'],
  ['2027-10-31T02:30+01:00[Europe/Brussels]', '2027-10-31T01:30:00.000Z'],
])('%s is the moment %s', (written, instant) => {
  expect(instantOf(written)).toBe(instant);
});

test.each([
  [
    '2027-10-31T02:30[Europe/Brussels]',
    'comes twice that night in Europe/Brussels: add the offset, +02:00 or +01:00, before the zone',
  ],
  [
    '2027-03-28T02:30[Europe/Brussels]',
    'does not exist in Europe/Brussels: the clocks go forward that night; choose another hour',
  ],
  [
    '2027-03-28 12:00 IST',
    'names the zone IST, which means several things: write its offset (+01:00) or a place (Europe/Brussels)',
  ],
  ['2027-03-28 12:00', 'is not a date and time with a zone, such as 2027-03-11T09:00[Europe/Brussels]'],
  [
    '2027-02-30T12:00[Europe/Brussels]',
    'is not a date and time with a zone, such as 2027-03-11T09:00[Europe/Brussels]',
  ],
  [
    '2027-02-20T12:00+05:00[Europe/Brussels]',
    'is not a date and time with a zone, such as 2027-03-11T09:00[Europe/Brussels]',
  ],
])('%s is refused: it %s', (written, reason) => {
  expect(why(written)).toBe(reason);
});

test('Whatever the day, an abbreviation is the offset that it means: CET is UTC+1 in January as in July', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const local = date.toISOString().slice(0, 16);
      expect(Date.parse(`${local}:00Z`) - Date.parse(instantOf(`${local} CET`))).toBe(3_600_000);
    }),
  );
});

test('Whatever somebody types, it is a moment, or there is a sentence that says why not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (written) => {
      const found = zonedTimeIn(written);
      expect(found.ok || found.why.length > 20).toBe(true);
    }),
  );
});
