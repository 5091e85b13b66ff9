import { expect, test } from '@jest/globals';
import { letterLines } from '../../../cli/screens/view/letter-view.ts';
import { hashOfSealed, places, play } from '../../support/city-in-play.ts';
import { fileAt, openedAt } from './case-in-view.ts';

const waiting = fileAt(places['letter, seal'], []);

/** The last lines of the letter's part, as text. */
function lastLines(file: typeof waiting, count: number): string[] {
  const lines = letterLines(openedAt(file), file).map((one) =>
    one
      .map((part) => (typeof part === 'string' ? part : part.text))
      .join('')
      .trimEnd(),
  );
  return lines.slice(-count);
}

test('A letter that waits for its seal says why, and that nobody need do anything twice', () => {
  expect(lastLines({ ...waiting, sealWaits: 'silent' }, 4)).toEqual([
    ' Seal',
    ' The letter is signed and waits for its seal: the authority for timestamps does',
    ' not answer in time. It is asked again every few minutes by itself; whoever',
    ' runs the service looks at OASC_TIMESTAMP (oasc doctor).',
  ]);
});

test('A sealed letter says its level as it was found, and loudly where the seal is only a test', () => {
  const seal = { claimed: 'B-T', verified: 'B-B', authority: 'test' } as const;
  const view = play(places['letter, seal'], { kind: 'letter-sealed', sha256: hashOfSealed, seal });
  expect(lastLines(fileAt(view, []), 2)).toEqual([
    ' + final letter     dddd dddd ... dddd',
    ' Seal               PAdES B-T, found as B-B; ONLY A TEST: nobody vouches for it',
  ]);
});
