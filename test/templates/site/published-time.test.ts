import { expect, test } from '@jest/globals';
import { dateWords, dayIn, offsetTime } from '../../../templates/site/published-time.ts';

test('a moment is told as the clocks of the zone show it, in winter and in summer', () => {
  expect(offsetTime('2027-03-11T08:00:00.000Z', 'Europe/Brussels')).toBe('2027-03-11T09:00:00+01:00');
  expect(offsetTime('2027-07-11T08:00:00.000Z', 'Europe/Brussels')).toBe('2027-07-11T10:00:00+02:00');
  expect(offsetTime('2027-01-11T08:00:00.000Z', 'America/St_Johns')).toBe('2027-01-11T04:30:00-03:30');
  expect(offsetTime('2027-03-11T00:00:00.000Z', 'UTC')).toBe('2027-03-11T00:00:00+00:00');
});

test('the day is that of the zone', () => {
  expect(dayIn('2027-03-11T23:30:00.000Z', 'Europe/Istanbul')).toBe('2027-03-12');
  expect(dayIn('2027-03-11T23:30:00.000Z', 'America/Lima')).toBe('2027-03-11');
});

test('a date is told as exactly as it is known', () => {
  expect(['2026', '2026-11', '2026-11-30'].map((date) => dateWords(date, 'en'))).toEqual([
    '2026',
    'November 2026',
    '30 November 2026',
  ]);
});
