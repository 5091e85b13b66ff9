import { expect, test } from '@jest/globals';
import { awayUntil, looksAfter } from '../../domain/absence.ts';

const week = { from: '2027-03-01T00:00:00.000Z', until: '2027-03-08T00:00:00.000Z' };
const during = '2027-03-03T09:00:00.000Z';

test('Whoever stands in looks after the other’s cases too, from the first moment to the last', () => {
  const away = [{ staff: 'alva', deputy: 'bo', ...week }];
  expect([
    looksAfter('bo', away, '2027-02-28T23:59:59.999Z'),
    looksAfter('bo', away, week.from),
    looksAfter('bo', away, '2027-03-07T23:59:59.999Z'),
    looksAfter('bo', away, week.until),
    looksAfter('alva', away, during),
  ]).toEqual([['bo'], ['bo', 'alva'], ['bo', 'alva'], ['bo'], ['alva']]);
});

test('Where a deputy is away as well, their deputy has the cases of both', () => {
  const away = [
    { staff: 'alva', deputy: 'bo', ...week },
    { staff: 'bo', deputy: 'cleo', ...week },
  ];
  expect(looksAfter('cleo', away, during)).toEqual(['cleo', 'bo', 'alva']);
});

test('Two who stand in for each other and are both away do not go round in circles', () => {
  const away = [
    { staff: 'alva', deputy: 'bo', ...week },
    { staff: 'bo', deputy: 'alva', ...week },
  ];
  expect(looksAfter('alva', away, during)).toEqual(['alva', 'bo']);
});

test('Who is away is known until when, and only then', () => {
  const away = [{ staff: 'alva', deputy: 'bo', ...week }];
  expect([awayUntil('alva', away, during), awayUntil('alva', away, week.until), awayUntil('bo', away, during)]).toEqual(
    [week.until, null, null],
  );
});
