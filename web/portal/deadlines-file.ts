import { waitingOn } from '../../domain/onboarding/state.ts';
import type { Door } from '../../service/door.ts';
import type { Visitor } from '../../service/invitations.ts';
import { calendarFile } from '../../templates/calendar-file.ts';
import { filled } from '../../templates/letter-words.ts';
import { turnKey } from '../../templates/pages/stages.ts';
import { deadlineWords } from '../../templates/time-words.ts';
import { frameOf } from './answering.tsx';

/** The present deadline of a city as a calendar file; null where nothing is due from it. No link stands in it: calendars are shared. */
export function deadlinesFile(door: Door, { city, row, person }: Visitor): string | null {
  const { words, network } = frameOf(door, person.language);
  const { due } = city;
  const turn = words.turn[turnKey(city)];
  const summaries: Record<string, string> = words.calendar;
  const summary = waitingOn(city) === 'city' ? summaries[turnKey(city)] : undefined;
  if (!due || summary === undefined) return null;
  const gaps = { city: row.name, network: network.shortName, reference: row.reference };
  const description = [
    filled(turn.text, gaps),
    filled(turn.by, { by: deadlineWords(due, words.language) }),
    filled(words.calendar.ask, { ...gaps, email: network.email }),
  ].join(' ');
  const entry = {
    id: `${row.id}/${turnKey(city)}`,
    revision: city.version,
    at: due.at,
    summary: filled(summary, gaps),
    description,
  };
  return calendarFile([entry], { product: network.name, host: new URL(door.address).hostname, at: door.clock.now() });
}
