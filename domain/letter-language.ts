/** The languages in which a Letter of Intent can be signed. */
export const letterLanguages = ['en', 'tr', 'nl', 'fr'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];
