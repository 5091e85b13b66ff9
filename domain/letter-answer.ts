import { z } from 'zod';
import { day } from './dates.ts';
import { asSoonAs } from './problems.ts';
import { emailAddress, shortText } from './text.ts';

export type LetterAnswer = z.output<typeof LetterAnswer>;
export type Signatory = LetterAnswer['signatory'];

/** A file that stands beside the JSON that names it; never a path that leads elsewhere. */
export const fileBeside = z
  .string()
  .max(200)
  .regex(/^[^/\\\p{Cc}]+$/u, 'is not the name of a file in the same folder')
  .refine((name) => name !== '.' && name !== '..', 'is not the name of a file in the same folder');

/** Who signs the Letter of Intent; without an address of their own, the office-holder's is used. */
export const Signatory = z.strictObject({
  name: shortText,
  title: shortText,
  capacity: z.enum(['office-holder', 'acting', 'delegate']),
  email: emailAddress.optional(),
});

/** How a city answers the letter: `letter.json`, and the letter's forms of the portal. */
export const LetterAnswer = z
  .strictObject({
    signing: z.enum(['electronic', 'scan']),
    signatory: Signatory,
    scan: fileBeside.optional(),
    signedOn: day.optional(),
  })
  .superRefine(
    ({ signing, scan }, context) => {
      const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['scan'], message });
      if (signing === 'scan' && scan === undefined) wrong('is missing: name the file with the signed letter');
      if (signing === 'electronic' && scan !== undefined)
        wrong('is given although the letter is signed electronically: take it out');
    },
    asSoonAs('signing', 'scan'),
  );
