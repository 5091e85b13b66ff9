import { expect, test } from '@jest/globals';
import {
  dayWords,
  deadlineDayWords,
  deadlineTimeWords,
  deadlineWords,
  instantWords,
  shortDayWords,
} from '../../templates/time-words.ts';

const five = { at: '2027-03-05T14:00:00.000Z', zone: 'Europe/Istanbul' };

test('A deadline names its day, its time and the city of its zone', () => {
  expect(deadlineWords(five, 'en')).toBe('Friday 5 March 2027, 17:00 (Istanbul time)');
  expect(deadlineDayWords(five, 'en')).toBe('5 March');
  expect(deadlineTimeWords(five, 'en')).toBe('17:00 (Istanbul time)');
});

test('A deadline at midnight is the last minute of the day before', () => {
  const midnight = { at: '2027-03-05T21:00:00.000Z', zone: 'Europe/Istanbul' };
  expect(deadlineWords(midnight, 'en')).toBe('Friday 5 March 2027, 23:59 (Istanbul time)');
  expect(deadlineDayWords(midnight, 'en')).toBe('5 March');
  expect(instantWords(midnight.at, midnight.zone, 'en')).toBe('Saturday 6 March 2027, 00:00 (Istanbul time)');
});

test('The same moment is another day on the other side of the world', () => {
  const at = '2027-03-05T14:00:00.000Z';
  expect(instantWords(at, 'Pacific/Auckland', 'en')).toBe('Saturday 6 March 2027, 03:00 (Auckland time)');
  expect(instantWords(at, 'America/Argentina/Buenos_Aires', 'en')).toBe(
    'Friday 5 March 2027, 11:00 (Buenos Aires time)',
  );
  expect(instantWords(at, 'UTC', 'en')).toBe('Friday 5 March 2027, 14:00 (UTC)');
});

test('Summer time counts on the day itself', () => {
  expect(instantWords('2027-03-28T00:59:00.000Z', 'Europe/Warsaw', 'en')).toBe(
    'Sunday 28 March 2027, 01:59 (Warsaw time)',
  );
  expect(instantWords('2027-03-28T01:00:00.000Z', 'Europe/Warsaw', 'en')).toBe(
    'Sunday 28 March 2027, 03:00 (Warsaw time)',
  );
});

test('A day of the calendar is the same day everywhere', () => {
  expect(dayWords('2027-02-02', 'en')).toBe('Tuesday 2 February 2027');
  expect(shortDayWords('2027-02-02', 'en')).toBe('2 February 2027');
});

test('A date is written as its language writes it', () => {
  expect(dayWords('2027-03-05', 'tr')).toBe('5 Mart 2027 Cuma');
  expect(dayWords('2027-03-05', 'pl')).toBe('piątek, 5 marca 2027');
});
