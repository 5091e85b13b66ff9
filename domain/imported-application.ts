import { z } from 'zod';
import { Application } from './application.ts';
import { day } from './dates.ts';
import { fileBeside } from './letter-answer.ts';
import { shortText } from './text.ts';

export type ApplicationState = z.output<typeof ApplicationState>;

/**
 * Where a city that is on its way elsewhere goes on here: `state.json` beside an application, or columns of a CSV. From
 * `statement` on it is a member, with the letter that both have signed; `mandatePaper` is a file with the decision.
 */
export const ApplicationState = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('review') }),
  z.strictObject({ stage: z.literal('letter'), mandatePaper: fileBeside.optional() }),
  z.strictObject({
    stage: z.literal('statement'),
    memberSince: day,
    letter: z.strictObject({ version: shortText, issuedOn: day, file: fileBeside }),
  }),
]);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a fingerprint (SHA-256 in hexadecimal)');

/** The same as it is sent, where the letter's file has been handed in before and is named by its fingerprint. */
export const SentState = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('review') }),
  z.strictObject({ stage: z.literal('letter') }),
  z.strictObject({
    stage: z.literal('statement'),
    memberSince: day,
    letter: z.strictObject({ version: shortText, issuedOn: day, sha256 }),
  }),
]);
export type SentState = z.output<typeof SentState>;

/** One application of an import: `key` is the row's own, and never used twice. */
export const ImportedApplication = z.strictObject({
  key: shortText,
  application: Application,
  state: SentState.optional(),
});
