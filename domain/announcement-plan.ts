import { z } from 'zod';
import { country, language } from './country.ts';
import { zonedTime } from './dates.ts';
import { fileBeside } from './letter-answer.ts';
import { asSoonAs } from './problems.ts';
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
export const AnnouncementPlan = z
  .strictObject({
    cities: z.array(cityId).min(1, 'names no city').max(100),
    author: z.strictObject({ name: shortText, tagline: shortText.optional() }),
    title: text(300).optional(),
    slug: slug.optional(),
    lead: text(4000).optional(),
    image: z.strictObject({ file: fileBeside, alt: text(500), credit: shortText, licence: shortText }).optional(),
    articles: z.array(FurtherArticle).max(50).optional(),
    mailingList: z
      .array(z.strictObject({ email: emailAddress, language }))
      .max(10_000)
      .optional(),
    publishAt: zonedTime.optional(),
  })
  .superRefine(({ cities }, context) => {
    for (const [index, city] of cities.entries())
      if (cities.indexOf(city) !== index)
        context.addIssue({ code: 'custom', path: ['cities', index], message: `names ${city} a second time` });
  }, asSoonAs('cities'))
  .superRefine(({ mailingList }, context) => {
    const addresses = (mailingList ?? []).map(({ email }) => email.toLowerCase());
    for (const [index, address] of addresses.entries())
      if (addresses.indexOf(address) !== index)
        context.addIssue({
          code: 'custom',
          path: ['mailingList', index, 'email'],
          message: 'stands in the list a second time',
        });
  }, asSoonAs('mailingList.email'));

/** The country that a city's id begins with, in capitals. */
export function countryOf(city: string): string {
  return country.parse(city.slice(0, 2).toUpperCase());
}
