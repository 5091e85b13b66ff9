/**
 * Why an authority for timestamps (RFC 3161) gave no time that counts. From `unreachable` to `rejected` it gave none; the others
 * are answers that were looked at and not taken.
 */
export const timestampFaults = [
  'unreachable',
  'silent',
  'http-error',
  'junk',
  'rejected',
  'other-document',
  'other-question',
  'other-policy',
  'broken',
  'not-for-timestamps',
  'untrusted',
  'wrong-time',
] as const;

export type TimestampFaultKind = (typeof timestampFaults)[number];
