import { Temporal } from 'temporal-polyfill';
import type { Calendar, Turn } from '../../activities/deadlines.ts';
import { trouble } from '../../activities/failures.ts';
import type { Deadline } from '../../domain/ids.ts';
import type { Days, Network } from '../../domain/network.ts';
import { findCase } from '../../records/cases.ts';
import type { Database } from '../../records/schema.ts';

/** The table of days of the network, counted in the zone of whoever is waited for; a day ends at the closing hour. */
export function createCalendar(database: Database, network: Network): Calendar {
  return {
    plan: async (turn) => {
      const zone = await zoneOf(database, network, turn);
      const { remind, limit } = daysOf(network, turn);
      if (turn.ends) {
        const end = endOf(turn.at, turn.ends, zone, network.closingHour);
        const before = (days: number) => ({ at: closing(end.at, days - limit, zone, network.closingHour), zone });
        return { reminders: remind.map(before), limit: end };
      }
      const after = (days: number): Deadline => ({ at: closing(turn.at, days, zone, network.closingHour), zone });
      return { reminders: remind.map(after), limit: after(limit) };
    },
  };
}

/** The closing hour of the day that comes so many days after an instant, as the zone counts days and hours. */
export function closing(at: string, days: number, zone: string, hour: number): string {
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().add({ days });
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  return new Date(end.epochMilliseconds).toISOString();
}

function endOf(at: string, ends: NonNullable<Turn['ends']>, zone: string, hour: number): Deadline {
  return 'until' in ends ? ends.until : { at: closingNotBefore(at, ends.left, zone, hour), zone };
}

/** The first closing hour that is not before so many milliseconds after an instant: nobody loses time by standing still. */
export function closingNotBefore(at: string, milliseconds: number, zone: string, hour: number): string {
  const instant = new Date(Date.parse(at) + milliseconds).toISOString();
  const sameDay = closing(instant, 0, zone, hour);
  return sameDay >= instant ? sameDay : closing(instant, 1, zone, hour);
}

function daysOf(network: Network, { stage, waitsFor }: Turn): Days {
  const days: { city?: Days; staff: Days } = network.days[stage];
  return (waitsFor === 'city' ? days.city : undefined) ?? days.staff;
}

async function zoneOf(database: Database, network: Network, turn: Turn): Promise<string> {
  if (turn.of === 'network' || turn.waitsFor === 'staff') return network.zone;
  const row = await findCase(database, turn.of.case);
  if (!row) throw trouble('case-unknown', false);
  return row.zone;
}
