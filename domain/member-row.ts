import { z } from 'zod';
import { slugOf } from './city-id.ts';
import { country, subdivision } from './country.ts';
import { day } from './dates.ts';
import { asSoonAs } from './problems.ts';
import { shortText, webAddress } from './text.ts';

export type MemberRow = z.output<typeof MemberRow>;

/** One member that joined before, as a row of an import: `key` is the row's own, and never used twice. */
export const MemberRow = z
  .strictObject({
    key: shortText,
    name: shortText.refine((name) => slugOf(name) !== '', 'has no letter or digit from which an address could be made'),
    nativeName: shortText.optional(),
    legalName: shortText,
    kind: z.enum(['municipality', 'metropolitan-municipality', 'region', 'district', 'joint']),
    country,
    subdivision: subdivision.optional(),
    website: webAddress,
    memberSince: day,
    geonames: shortText.optional(),
    newsUrl: webAddress.optional(),
  })
  .superRefine(
    ({ country: of, subdivision: part }, context) => {
      if (part && !part.startsWith(`${of}-`))
        context.addIssue({
          code: 'custom',
          path: ['subdivision'],
          message: `is not a part of ${of}: it must begin with ${of}-`,
        });
    },
    asSoonAs('country', 'subdivision'),
  );
