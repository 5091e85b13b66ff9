import { Temporal } from 'temporal-polyfill';

/** A date and time with its zone, or why it is none: a sentence that goes on after the name of its field. */
export type ZonedTime = { ok: true; at: Temporal.ZonedDateTime } | { ok: false; why: string };

const example = 'such as 2027-03-11T09:00[Europe/Brussels]';
const shape = /^(?<local>\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2})?)(?<rest>.*)$/;

/**
 * Reads a date and time with its zone: by RFC 9557 (`2027-03-11T09:00[Europe/Brussels]`), with an offset from UTC
 * (`2027-03-11T09:00+01:00`), or with the usual abbreviation of a European time (`2027-07-01 23:59 CET`). An abbreviation is
 * the offset that it means, also in the other half of the year: nobody's deadline moves by an hour because of what was
 * meant. A time that comes twice in one night, or not at all, is refused with what to write instead.
 */
export function zonedTimeIn(written: string): ZonedTime {
  const { local, rest = '' } = shape.exec(written.trim())?.groups ?? {};
  if (local === undefined) return no(`is not a date and time with a zone, ${example}`);
  const abbreviation = /^ ?\[?(?<name>[A-Z]{2,5})\]?$/.exec(rest)?.groups?.['name'];
  if (abbreviation !== undefined) return byAbbreviation(local, abbreviation);
  const offset = /^ ?(?<offset>[+-]\d{2}:\d{2}|[Zz])$/.exec(rest)?.groups?.['offset'];
  if (offset !== undefined) return offset.toUpperCase() === 'Z' ? read(`${local}[UTC]`) : byOffset(local, offset);
  return byZone(local, rest.trim());
}

/** Offsets of abbreviations that mean one thing only in European use (and Türkiye's), by the tz database's own names. */
const offsets: Record<string, string> = {
  UTC: 'UTC',
  GMT: '+00:00',
  WET: '+00:00',
  WEST: '+01:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  TRT: '+03:00',
  MSK: '+03:00',
};

function byAbbreviation(local: string, name: string): ZonedTime {
  const offset = offsets[name];
  if (offset !== undefined) return byOffset(local, offset);
  return no(
    `names the zone ${name}, which means several things: write its offset (+01:00) or a place (Europe/Brussels)`,
  );
}

function byOffset(local: string, offset: string): ZonedTime {
  return read(`${local}[${offset}]`);
}

function byZone(local: string, rest: string): ZonedTime {
  const zone = /\[(?<zone>[^\]]+)\]$/.exec(rest)?.groups?.['zone'];
  if (zone === undefined) return no(`is not a date and time with a zone, ${example}`);
  const found = read(`${local}${rest}`);
  // With an offset beside the zone, it is said which of two is meant; whether they agree is checked when it is read.
  if (!found.ok || rest !== `[${zone}]`) return found;
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation }),
  );
  if (!earlier || !later || earlier.equals(later)) return found;
  if (earlier.toPlainDateTime().equals(later.toPlainDateTime()))
    return no(
      `comes twice that night in ${zone}: add the offset, ${earlier.offset} or ${later.offset}, before the zone`,
    );
  return no(`does not exist in ${zone}: the clocks go forward that night; choose another hour`);
}

function read(rfc9557: string): ZonedTime {
  try {
    const at = Temporal.ZonedDateTime.from(rfc9557, { overflow: 'reject', offset: 'reject' });
    return isPlace(at.timeZoneId) ? { ok: true, at } : no(`is not a date and time with a zone, ${example}`);
  } catch {
    return no(`is not a date and time with a zone, ${example}`);
  }
}

/** A zone by the name of a place, UTC or an offset; never one of the old ids such as `EST5EDT`. */
function isPlace(zone: string): boolean {
  return /^([A-Z]\w+\/|UTC$|[+-]\d{2}:\d{2}$)/.test(zone);
}

function no(why: string): ZonedTime {
  return { ok: false, why };
}
