import { expect, test } from '@jest/globals';
import { closingNotBefore } from '../../domain/closing-hour.ts';

const hour = 3_600_000;
const zone = 'Europe/Istanbul';

test('What was left of a turn ends at a closing hour, and never before all of it has passed', () => {
  const ends = (at: string, left: number) => closingNotBefore(at, left, zone, 17);
  expect(ends('2027-03-02T09:00:00.000Z', 5 * hour)).toBe('2027-03-02T14:00:00.000Z');
  expect(ends('2027-03-02T09:00:00.000Z', 5 * hour + 1)).toBe('2027-03-03T14:00:00.000Z');
  expect(ends('2027-03-02T20:00:00.000Z', 0)).toBe('2027-03-03T14:00:00.000Z');
});

test('The closing hour is the zone’s own, on both sides of a change of the clocks', () => {
  expect(closingNotBefore('2027-03-27T12:00:00.000Z', 24 * hour, 'Europe/Brussels', 17)).toBe(
    '2027-03-28T15:00:00.000Z',
  );
});
