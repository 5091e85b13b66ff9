import * as asn1js from 'asn1js';

/** The time that a signature dictionary tells, `(D:20270301162000+03'00')`; null where it tells none that can be. */
export function writtenTime(dictionary: string): string | null {
  const found = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(Z)(?:00'?00'?)?|([+-]\d\d)'?(\d\d)'?)?\)/.exec(
    dictionary,
  );
  if (!found) return null;
  const [, year, month, day, hour, minute, second, , offsetHours = '+00', offsetMinutes = '00'] = found;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offsetHours}:${offsetMinutes}`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** The time in a CMS attribute. */
export function signingTimeIn(value: unknown): string | null {
  const isTime = value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime;
  const time = isTime ? value.toDate() : null;
  return time === null || Number.isNaN(time.getTime()) ? null : time.toISOString();
}
