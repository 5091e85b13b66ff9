import type { LetterLanguage } from '../domain/letter-language.ts';
import { dutch } from './letter-words/dutch.ts';
import { english, type LetterWords } from './letter-words/english.ts';
import { french } from './letter-words/french.ts';
import { turkish } from './letter-words/turkish.ts';

export type { LetterWords };

/** The fixed phrases of the Letter of Intent by language. */
export const letterWords: Record<LetterLanguage, LetterWords> = { en: english, tr: turkish, nl: dutch, fr: french };

/** A phrase with its gaps filled; what is filled in is never searched for gaps again. */
export function filled(phrase: string, gaps: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
