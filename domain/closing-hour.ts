import { Temporal } from 'temporal-polyfill';

/** The closing hour of the day that comes so many days after an instant, as the zone counts days and hours. */
export function closing(at: string, days: number, zone: string, hour: number): string {
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().add({ days });
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  return new Date(end.epochMilliseconds).toISOString();
}

/** The first closing hour that is not before so many milliseconds after an instant: nobody loses time by standing still. */
export function closingNotBefore(at: string, milliseconds: number, zone: string, hour: number): string {
  const instant = new Date(Date.parse(at) + milliseconds).toISOString();
  const sameDay = closing(instant, 0, zone, hour);
  return sameDay >= instant ? sameDay : closing(instant, 1, zone, hour);
}
