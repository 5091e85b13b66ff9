import { expect, test } from '@jest/globals';
import { calendarFile } from '../../templates/calendar-file.ts';

const of = { product: 'Open & Agile Smart Cities', host: 'join.oasc.example', at: '2027-02-18T10:00:00.000Z' };
const entry = {
  id: 'tr-camliova.1/letter-sign',
  revision: 7,
  at: '2027-03-05T14:00:00.000Z',
  summary: 'Çamlıova: sign the Letter of Intent',
  description: 'Sign by Friday 5 March 2027, 17:00 (Istanbul time).',
};

/** The lines of a calendar file as a calendar reads them: put together again where they were folded (RFC 5545, 3.1). */
function linesOf(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n');
}

test('a deadline stands in a calendar at its very moment, with a reminder a week and a day before, and takes up no time', () => {
  expect(linesOf(calendarFile([entry], of))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Open & Agile Smart Cities//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:65eb43ed858310552887d15c930c9775@join.oasc.example',
    'SEQUENCE:7',
    'DTSTAMP:20270218T100000Z',
    'DTSTART:20270305T140000Z',
    'SUMMARY:Çamlıova: sign the Letter of Intent',
    'DESCRIPTION:Sign by Friday 5 March 2027\\, 17:00 (Istanbul time).',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Çamlıova: sign the Letter of Intent',
    'TRIGGER:-P7D',
    'END:VALARM',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Çamlıova: sign the Letter of Intent',
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a deadline that has moved is the same entry, with a higher revision', () => {
  const moved = calendarFile([{ ...entry, revision: 9, at: '2027-03-19T14:00:00.000Z' }], of);
  const before = linesOf(calendarFile([entry], of));
  expect(linesOf(moved).filter((line) => !before.includes(line))).toEqual(['SEQUENCE:9', 'DTSTART:20270319T140000Z']);
});

test('a long Turkish name is folded so that no line passes 75 octets and no letter is cut in two', () => {
  const summary = 'Çınarlıköprübaşıgüzelyalı '.repeat(8).trim();
  const file = calendarFile([{ ...entry, summary }], of);
  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBe(75);
  expect(linesOf(file).filter((line) => line.startsWith('SUMMARY:'))).toEqual([`SUMMARY:${summary}`]);
});

test('a hostile name adds no line and no field to a calendar', () => {
  const file = calendarFile([{ ...entry, summary: 'A town\r\nATTACH:https://evil.example;b,c\\n\u202e' }], of);
  expect(linesOf(file).filter((line) => line.includes('evil'))).toEqual([
    'SUMMARY:A town ATTACH:https://evil.example\\;b\\,c\\\\n<U+202E>',
    ...Array(2).fill('DESCRIPTION:A town ATTACH:https://evil.example\\;b\\,c\\\\n<U+202E>'),
  ]);
});
