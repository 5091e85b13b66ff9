import countries from 'i18n-iso-countries';
import { z } from 'zod';

/** A country by its ISO 3166-1 code of two letters; XK for Kosovo, which has none of its own, is taken too. */
export const country = z
  .string()
  .refine((code) => isCountry(code), 'is not a country by its code of two letters (ISO 3166-1), such as TR or NL');

/** Whether ISO 3166-1 lists the code (or it is Kosovo's XK); lower case is refused. */
export function isCountry(code: string): boolean {
  return code === 'XK' || (/^[A-Z]{2}$/.test(code) && countries.isValid(code));
}

/** A part of a country by its ISO 3166-2 code, such as TR-34; that it belongs to the country is checked where both are known. */
export const subdivision = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'is not the code of a part of a country (ISO 3166-2), such as TR-34');

/** A language by its BCP 47 tag, such as tr or pt-BR. */
export const language = z.string().refine(isLanguage, 'is not a language by its tag (BCP 47), such as tr or pt-BR');

function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
