import { z } from 'zod';
import { country, language } from './country.ts';
import { timeZone } from './dates.ts';
import { letterLanguages } from './letter-language.ts';
import { emailAddress, shortText, text } from './text.ts';

export type Network = z.output<typeof Network>;
/** What a version of the letter says in one language, before any city's name stands in it. */
export type LetterWording = z.output<typeof letterWording>;
/** After how many days each reminder goes out, and after how many the turn is over. */
export type Days = z.output<typeof days>;

const days = z
  .strictObject({ remind: z.array(z.int().positive()).max(10), limit: z.int().positive().max(3650) })
  .refine(
    ({ remind, limit }) => remind.every((day, index) => day < limit && (index === 0 || day > (remind[index - 1] ?? 0))),
    {
      error: 'must rise and stay below the limit',
      path: ['remind'],
    },
  );

const letterWording = z.strictObject({
  title: shortText,
  opening: text(2000),
  commitments: z.array(text(1000)).min(1),
  closing: text(2000),
});

const turns = z.strictObject({ city: days, staff: days });
/** `warn`: how many days before the last one whoever has not signed, and the main contact, hear that it comes. */
const turnsOfLetter = z.strictObject({
  city: days.safeExtend({ warn: z.int().positive().optional() }).refine(({ warn, limit }) => !warn || warn < limit, {
    error: 'must stay below the limit',
    path: ['warn'],
  }),
  staff: days,
});
const sentence = text(600);
const oneOrMore = z.strictObject({ one: sentence, other: sentence });

/** The network itself, in one place: `network.json`. OASC's is the default; no network's name stands in code. */
export const Network = z.strictObject({
  name: shortText,
  shortName: shortText,
  zone: timeZone,
  sender: z.strictObject({ name: shortText, email: emailAddress }),
  about: text(2000),
  languages: z.array(language).min(1),
  countryNames: z.record(country, shortText),
  closingHour: z.int().min(0).max(23),
  linkDays: z.int().positive(),
  /** How long a decision can be taken back before anybody outside hears of it; 0: it counts at once. */
  undoMinutes: z.int().min(0).max(1440),
  codeMinutes: z.int().positive().max(10, 'a code lives 10 minutes at most'),
  /** How many reviewers have to speak before an application is accepted or rejected. */
  review: z.strictObject({ reviewers: z.int().min(1).max(9) }).default({ reviewers: 1 }),
  days: z.strictObject({
    review: turns,
    letter: turnsOfLetter,
    statement: turns,
    announcement: z.strictObject({ staff: days }),
  }),
  letter: z
    .strictObject({
      current: shortText,
      versions: z
        .array(
          z.strictObject({
            version: shortText,
            /** What the letter says, in each language in which it can be signed. */
            texts: z
              .partialRecord(z.enum(letterLanguages), letterWording)
              .refine((texts) => Object.keys(texts).length > 0, 'is empty: give the words in one language at least'),
          }),
        )
        .min(1),
    })
    .refine(({ current, versions }) => versions.some(({ version }) => version === current), {
      error: 'names a version that the list does not hold',
      path: ['current'],
    }),
  announcement: z.strictObject({
    title: oneOrMore,
    lead: oneOrMore,
    withoutWords: sentence,
    retracted: z.strictObject({ title: sentence, lead: sentence }),
  }),
});
