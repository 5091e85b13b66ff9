import { expect, test } from '@jest/globals';
import { day, dayOrLess, instantOf, timeZone, zonedTime } from '../../domain/dates.ts';
import { dayIn } from '../../domain/days.ts';

/** Which of these texts a schema takes. */
function taken(schema: { safeParse(text: string): { success: boolean } }, texts: string[]): string[] {
  return texts.filter((text) => schema.safeParse(text).success);
}

test('A day is one that exists, written in full', () => {
  const wrong = [
    '2027-02-30',
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '0000-01-01',
    '2027-2-3',
    '27-02-03',
  ];
  const wronger = [
    '2027-02',
    '2027',
    '20270203',
    '2027-02-03T09:00',
    ' 2027-02-03',
    '2027-02-03\n',
    '-002027-02-03',
    '',
  ];
  expect(taken(day, ['2027-02-28', '2028-02-29', '0001-01-01', '9999-12-31', ...wrong, ...wronger])).toEqual([
    '2027-02-28',
    '2028-02-29',
    '0001-01-01',
    '9999-12-31',
  ]);
});

test('A date may be a year or a month alone, if it exists', () => {
  const wrong = ['2027-13', '2027-00', '0000', '0000-02', '0000-02-03', '2027-02-30', '2027-2', '27', '2027-', ''];
  expect(taken(dayOrLess, ['2027', '2027-02', '2027-02-28', ...wrong])).toEqual(['2027', '2027-02', '2027-02-28']);
});

test('A time zone has an IANA name; offsets, abbreviations and names in small letters are refused', () => {
  const wrong = ['Mars/Base', 'GMT+3', '+03:00', 'europe/istanbul', 'Europe', 'Istanbul', 'CEST', ''];
  expect(taken(timeZone, ['Europe/Istanbul', 'America/Argentina/Buenos_Aires', 'UTC', ...wrong])).toEqual([
    'Europe/Istanbul',
    'America/Argentina/Buenos_Aires',
    'UTC',
  ]);
});

test('A publication has a date, a time and a zone that agree', () => {
  const right = [
    '2027-03-11T09:00[Europe/Brussels]',
    '2027-03-11T09:00:30+01:00[Europe/Brussels]',
    '2027-03-11T09:00Z[UTC]',
  ];
  const wrong = [
    '2027-03-11T09:00',
    '2027-03-11T09:00Z',
    '2027-03-11T09:00+01:00',
    '2027-03-11T09:00+05:00[Europe/Brussels]',
    '2027-03-11T09:00[Mars/Base]',
    '2027-03-11T09:00[+01:00]',
    '2027-02-30T09:00[Europe/Brussels]',
    '2027-03-11T25:00[Europe/Brussels]',
    '2027-03-11[Europe/Brussels]',
    '+202027-03-11T09:00[Europe/Brussels]',
    '2027-03-11T09:00[Europe/Brussels][u-ca=hebrew]',
    '',
  ];
  expect(taken(zonedTime, [...right, ...wrong])).toEqual(right);
});

test('The same moment reads as one instant, summer and winter', () => {
  expect(instantOf('2027-03-11T09:00[Europe/Brussels]')).toBe('2027-03-11T08:00:00.000Z');
  expect(instantOf('2027-07-11T09:00[Europe/Brussels]')).toBe('2027-07-11T07:00:00.000Z');
  expect(instantOf('2027-03-11T09:00+01:00[Europe/Brussels]')).toBe('2027-03-11T08:00:00.000Z');
});

test('A day is the one that the zone counts', () => {
  const instant = '2027-03-01T22:30:00.000Z';
  expect(['UTC', 'Europe/Istanbul', 'America/New_York'].map((zone) => dayIn(instant, zone))).toEqual([
    '2027-03-01',
    '2027-03-02',
    '2027-03-01',
  ]);
});
