import { z } from 'zod';
import { slugOf } from './city-id.ts';
import { country, language, subdivision } from './country.ts';
import { day, dayOrLess, timeZone } from './dates.ts';
import { inForceTooEarly, Mandate } from './mandate.ts';
import { asSoonAs } from './problems.ts';
import { emailAddress, shortText, text, webAddress } from './text.ts';

export type Application = z.output<typeof Application>;

const agreed = z.literal(true, 'must be true: without it nobody can join');

/** What a city hands in when it applies: `application.json`, and the form of the portal. */
export const Application = z
  .strictObject({
    authority: z.strictObject({
      legalName: shortText,
      name: shortText.refine(
        (name) => slugOf(name) !== '',
        'has no letter or digit from which an address could be made',
      ),
      nativeName: shortText,
      kind: z.enum(['municipality', 'metropolitan-municipality', 'region', 'district', 'joint']),
      country,
      subdivision: subdivision.optional(),
      timeZone,
      languages: z.array(language).min(1, 'names no language: give at least one').max(20),
      website: webAddress,
      identifiers: z
        .record(z.string().regex(/^[a-z0-9-]{1,40}$/, 'is not the name of a register'), shortText)
        .optional(),
      population: z.strictObject({
        value: z.int().positive('must be more than 0').max(1_000_000_000),
        qualifier: z.enum(['exactly', 'about', 'more-than', 'almost']),
        geography: z.enum(['municipality', 'metropolitan', 'urban-area', 'region']),
        asOf: dayOrLess,
        source: shortText,
      }),
    }),
    contacts: z
      .array(
        z.strictObject({
          role: z.enum(['main', 'mayor-office', 'press', 'other']),
          name: shortText,
          email: emailAddress,
          language,
        }),
      )
      .max(20)
      .refine((contacts) => contacts.filter(({ role }) => role === 'main').length === 1, {
        error: 'must name exactly one main contact',
        ...asSoonAs('role'),
      }),
    officeHolder: z.strictObject({
      name: shortText,
      printedName: shortText.optional(),
      title: shortText,
      email: emailAddress,
      termStart: day,
      termEnd: day.optional(),
    }),
    mandate: Mandate,
    motivation: text(4000),
    claims: z
      .array(z.strictObject({ text: text(1000), date: dayOrLess.optional(), evidence: text(2000).optional() }))
      .max(50),
    agreements: z.strictObject({ principles: agreed, privacyNotice: agreed }),
  })
  .superRefine(
    ({ authority: { country, subdivision } }, context) => {
      if (subdivision && !subdivision.startsWith(`${country}-`))
        context.addIssue({
          code: 'custom',
          path: ['authority', 'subdivision'],
          message: `is not a part of ${country}: it must begin with ${country}-`,
        });
    },
    asSoonAs('authority.country', 'authority.subdivision'),
  )
  .superRefine(
    ({ officeHolder: { termStart, termEnd } }, context) => {
      if (termEnd && termEnd < termStart)
        context.addIssue({
          code: 'custom',
          path: ['officeHolder', 'termEnd'],
          message: `lies before the term's start, ${termStart}`,
        });
    },
    asSoonAs('officeHolder.termStart', 'officeHolder.termEnd'),
  )
  .superRefine(
    ({ mandate }, context) => {
      const message = inForceTooEarly(mandate);
      if (message) context.addIssue({ code: 'custom', path: ['mandate', 'effectiveOn'], message });
    },
    asSoonAs('mandate.decidedOn', 'mandate.effectiveOn'),
  );
