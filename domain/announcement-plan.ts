import { z } from 'zod';
import { country, language } from './country.ts';
import { zonedTime } from './dates.ts';
import { fileBeside } from './letter-answer.ts';
import { emailAddress, shortText, text, webAddress } from './text.ts';

export type AnnouncementPlan = z.output<typeof AnnouncementPlan>;
export type FurtherArticle = z.output<typeof FurtherArticle>;

/** The last part of an article's address: lower-case letters, digits and single hyphens. */
export const slug = z
  .string()
  .max(100, 'is too long: at most 100 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an address part: use a to z, 0 to 9 and single hyphens');

const cityId = z
  .string()
  .max(120)
  .regex(/^[a-z]{2}(-[a-z0-9]+)+$/, 'is not the id of a city, such as tr-istanbul');

/** An earlier piece of news, shown under "More articles". */
export const FurtherArticle = z.strictObject({
  category: shortText,
  title: text(400),
  excerpt: text(2000),
  url: webAddress.optional(),
});

/** What staff plan when they announce cities together: `announcement.json`, and the staff API. */
export const AnnouncementPlan = z.strictObject({
  cities: z
    .array(cityId)
    .min(1, 'names no city')
    .max(100)
    .superRefine((cities, context) => {
      for (const index of repeated(cities))
        context.addIssue({ code: 'custom', path: [index], message: `names ${cities[index]} a second time` });
    }),
  author: z.strictObject({ name: shortText, tagline: shortText.optional() }),
  title: text(300).optional(),
  slug: slug.optional(),
  lead: text(4000).optional(),
  image: z.strictObject({ file: fileBeside, alt: text(500), credit: shortText, licence: shortText }).optional(),
  articles: z.array(FurtherArticle).max(50).optional(),
  mailingList: z
    .array(z.strictObject({ email: emailAddress, language }))
    .max(10_000)
    .superRefine((readers, context) => {
      for (const index of repeated(readers.map(({ email }) => email.toLowerCase())))
        context.addIssue({ code: 'custom', path: [index, 'email'], message: 'stands in the list a second time' });
    })
    .optional(),
  publishAt: zonedTime.optional(),
});

/** The country that a city's id begins with, in capitals. */
export function countryOf(city: string): string {
  return country.parse(city.slice(0, 2).toUpperCase());
}

/** The places at which a list holds something that it held before. */
function repeated(list: readonly string[]): number[] {
  const seen = new Set<string>();
  return list.flatMap((one, index) => {
    if (seen.has(one)) return [index];
    seen.add(one);
    return [];
  });
}
