import { sha256 } from '../domain/canonical.ts';
import type { Instant } from '../domain/ids.ts';
import { inOneLine } from './shown-text.ts';

/** A moment that somebody puts into their calendar. `id` stays the same when the moment moves; `revision` rises then. */
export type CalendarEntry = { id: string; revision: number; at: Instant; summary: string; description: string };

/** How long before a deadline a calendar reminds, as durations of RFC 5545. */
const remindsBefore = ['-P7D', '-P1D'];

/**
 * A calendar file (RFC 5545) with moments in UTC, which every program shows in its own reader's zone. They take up no time
 * of anybody's day. Names from outside are made harmless; lines are folded at 75 octets.
 */
export function calendarFile(entries: CalendarEntry[], of: { product: string; host: string; at: Instant }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${written(of.product)}//Deadlines//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => eventOf(entry, of)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(entry: CalendarEntry, { host, at }: { host: string; at: Instant }): string[] {
  const summary = written(entry.summary);
  return [
    'BEGIN:VEVENT',
    // A case's id is not for other people's calendars; the hash of it names the same moment every time.
    `UID:${sha256(entry.id).slice(0, 32)}@${host}`,
    `SEQUENCE:${entry.revision}`,
    `DTSTAMP:${momentOf(at)}`,
    `DTSTART:${momentOf(entry.at)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${written(entry.description)}`,
    'TRANSP:TRANSPARENT',
    ...remindsBefore.flatMap((before) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${summary}`,
      `TRIGGER:${before}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function momentOf(instant: Instant): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function written(text: string): string {
  return inOneLine(text).replaceAll(/[\\;,]/g, (sign) => `\\${sign}`);
}

/** No line is longer than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let rest = '';
  for (const character of line) {
    const most = lines.length === 0 ? 75 : 74;
    if (Buffer.byteLength(rest + character) > most) {
      lines.push(rest);
      rest = '';
    }
    rest += character;
  }
  return [...lines, rest].join('\r\n ');
}
