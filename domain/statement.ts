import { z } from 'zod';
import { language } from './country.ts';
import { dayOrLess } from './dates.ts';
import { asSoonAs } from './problems.ts';
import { emailAddress, shortText, text, webAddress } from './text.ts';

export type Statement = z.output<typeof Statement>;
export type Quote = z.output<typeof Quote>;
export type Block = Statement['section']['blocks'][number];
export type Part = string | { quote: Quote };

/** The exact words of a person, where they come from, and the language they were said in. */
export const Quote = z.strictObject({
  text: text(2000),
  language,
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('supplied') }),
    z.strictObject({
      kind: z.literal('speech'),
      event: shortText,
      date: dayOrLess.optional(),
      url: webAddress.optional(),
    }),
  ]),
});

const quoteBlock = z.strictObject({ quote: Quote });

// Spaces around a quote are part of the sentence, so a part between two quotes may be nothing but a space.
const part = z
  .string()
  .transform((written) => written.replace(/\r\n?/g, '\n'))
  .refine((written) => written.isWellFormed(), 'holds half a character: type the text again')
  .refine((written) => written.length <= 5000, 'is too long: at most 5000 characters');

const paragraphBlock = z.strictObject({
  paragraph: z
    .union([
      text(5000),
      z
        .array(z.union([part, quoteBlock]))
        .min(1, 'is empty: write something here')
        .max(100),
    ])
    .transform(joined)
    .refine(
      (parts) => parts.some((one) => typeof one !== 'string' || one.trim() !== ''),
      'is empty: write something here',
    ),
});

/** What the mayor's office drafts and the mayor confirms: `statement.json`, and the statement's form of the portal. */
export const Statement = z
  .strictObject({
    speaker: z.strictObject({
      name: shortText,
      printedName: shortText.optional(),
      title: shortText,
      email: emailAddress.optional(),
    }),
    section: z.strictObject({
      heading: shortText.nullable(),
      blocks: z
        .array(z.union([paragraphBlock, quoteBlock]))
        .min(1, 'is empty: the section needs a paragraph or a quote')
        .max(40),
    }),
    consent: z.strictObject({ quotes: z.boolean(), photo: z.boolean() }),
  })
  .superRefine(
    ({ section, consent }, context) => {
      if (!consent.quotes && quotesOf(section.blocks).length > 0)
        context.addIssue({
          code: 'custom',
          path: ['consent', 'quotes'],
          message: 'is false although the section holds quotes: agree to their use, or take them out',
        });
    },
    asSoonAs('section.blocks', 'consent.quotes'),
  );

/** Every quote of a section, in the order they are printed. */
export function quotesOf(blocks: readonly Block[]): Quote[] {
  return blocks.flatMap((block) =>
    'quote' in block ? [block.quote] : block.paragraph.flatMap((one) => (typeof one === 'string' ? [] : [one.quote])),
  );
}

/** One text per run between quotes, however many pieces it was written in, so that the same words have the same hash. */
function joined(written: string | Part[]): Part[] {
  const parts: Part[] = [];
  for (const one of typeof written === 'string' ? [written] : written) {
    const last = parts.at(-1);
    if (typeof one === 'string' && typeof last === 'string') parts[parts.length - 1] = last + one;
    else if (one !== '') parts.push(one);
  }
  return parts;
}
