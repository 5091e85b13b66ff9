import type { Calendar, Turn } from '../../activities/deadlines.ts';
import { trouble } from '../../activities/failures.ts';
import { closing, closingNotBefore } from '../../domain/closing-hour.ts';
import type { Deadline } from '../../domain/ids.ts';
import type { Days, Network } from '../../domain/network.ts';
import { findCase } from '../../records/cases.ts';
import type { Database } from '../../records/schema.ts';

/** The table of days of the network, counted in the zone of whoever is waited for; a day ends at the closing hour. */
export function createCalendar(database: Database, network: Network): Calendar {
  return {
    plan: async (turn) => {
      const zone = await zoneOf(database, network, turn);
      const { remind, limit, warn } = daysOf(network, turn);
      if (turn.ends) {
        const end = endOf(turn.at, turn.ends, zone, network.closingHour);
        const before = (days: number) => ({ at: closing(end.at, days - limit, zone, network.closingHour), zone });
        return { reminders: remind.map(before), limit: end, ...(warn ? { warning: before(limit - warn) } : {}) };
      }
      const after = (days: number): Deadline => ({ at: closing(turn.at, days, zone, network.closingHour), zone });
      return { reminders: remind.map(after), limit: after(limit), ...(warn ? { warning: after(limit - warn) } : {}) };
    },
  };
}

function endOf(at: string, ends: NonNullable<Turn['ends']>, zone: string, hour: number): Deadline {
  return 'until' in ends ? ends.until : { at: closingNotBefore(at, ends.left, zone, hour), zone };
}

function daysOf(network: Network, { stage, waitsFor }: Turn): Days & { warn?: number | undefined } {
  const days: { city?: Days & { warn?: number | undefined }; staff: Days } = network.days[stage];
  return (waitsFor === 'city' ? days.city : undefined) ?? days.staff;
}

async function zoneOf(database: Database, network: Network, turn: Turn): Promise<string> {
  if (turn.of === 'network' || turn.waitsFor === 'staff') return network.zone;
  const row = await findCase(database, turn.of.case);
  if (!row) throw trouble('case-unknown', false);
  return row.zone;
}
