import { z } from 'zod';
import { day } from './dates.ts';
import { text } from './text.ts';

export type Mandate = z.output<typeof Mandate>;

/** By what right an authority signs; `textSha256` is the fingerprint of the letter's text that the council approved. */
export const Mandate = z.strictObject({
  kind: z.enum(['council-decision', 'powers-of-the-mayor', 'delegation']),
  decidedOn: day,
  effectiveOn: day,
  reference: text(500),
  textSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is not a fingerprint: 64 characters from 0 to 9 and a to f')
    .optional(),
});

/** What is wrong where a decision would have been in force before it was taken; null where it was not. */
export function inForceTooEarly({ decidedOn, effectiveOn }: Pick<Mandate, 'decidedOn' | 'effectiveOn'>): string | null {
  return effectiveOn < decidedOn ? `lies before the decision itself, ${decidedOn}` : null;
}
