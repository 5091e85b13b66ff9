import { expect, test } from '@jest/globals';
import { lateOptions } from '../../templates/late-words.ts';

const camliova = { city: 'tr-camliova', name: 'Çamlıova' };
const lakowiec = { city: 'pl-lakowiec', name: 'Łąkowiec' };
const waterlinde = { city: 'nl-waterlinde', name: 'Waterlinde' };

test('the ways on are whole sentences with the cities’ names, and none of them is the default', () => {
  expect(lateOptions([camliova, lakowiec], [waterlinde], 'en')).toEqual([
    {
      kind: 'wait-until',
      sentence: 'Wait for Çamlıova and Łąkowiec until a day that you name. The others wait as long.',
    },
    {
      kind: 'go-without',
      city: 'tr-camliova',
      sentence: 'Go without Çamlıova. It keeps its place in the next announcement, and the others go on.',
    },
    {
      kind: 'go-without',
      city: 'pl-lakowiec',
      sentence: 'Go without Łąkowiec. It keeps its place in the next announcement, and the others go on.',
    },
    {
      kind: 'split',
      sentence: 'Split it in two: Waterlinde now, and Çamlıova and Łąkowiec in an announcement of their own.',
    },
  ]);
});

test('nobody is offered to go without the only city, nor to split where no city is ready', () => {
  expect(lateOptions([camliova], [], 'en').map(({ kind }) => kind)).toEqual(['wait-until']);
  expect(lateOptions([camliova, lakowiec], [], 'en').map(({ kind }) => kind)).toEqual([
    'wait-until',
    'go-without',
    'go-without',
  ]);
});
