import type { Day, Instant } from '../domain/ids.ts';
import { filled, type LetterWords } from './letter-words.ts';
import { inOneLine } from './shown-text.ts';

/** A day as a letter has it: `1 March 2027`; French writes the first of a month as `1er`. */
export function dayInLetter(day: Day, words: LetterWords): string {
  return dayAt(`${day}T12:00:00Z`, 'UTC', words);
}

/** A moment with its zone, as a letter has it: `1 March 2027, 16:20 (Istanbul time)`. */
export function momentInLetter(at: Instant, zone: string, words: LetterWords): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
  const time = new Intl.DateTimeFormat(words.locale, clock).format(new Date(at));
  const place = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `${dayAt(at, zone, words)}, ${time} (${zone.includes('/') ? filled(words.zone, { place }) : zone})`;
}

/** Every gap's filling on one line, made safe to show. */
export function oneLineEach(gaps: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(gaps).map(([name, value]) => [name, inOneLine(value)]));
}

function dayAt(at: Instant, timeZone: string, { locale }: LetterWords): string {
  const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(at));
  return locale === 'fr-FR' ? written.replace(/^1 /, '1er ') : written;
}
