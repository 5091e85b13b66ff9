import { filled } from '../letter-words.ts';
import { actPages } from './english/act-pages.ts';
import { calendar } from './english/calendar.ts';
import { choices } from './english/choices.ts';
import { consent } from './english/consent.ts';
import { fields } from './english/fields.ts';
import { flags } from './english/flags.ts';
import { happened } from './english/happened.ts';
import { pages } from './english/pages.ts';
import type { FieldProblem } from './form-state.ts';

export type FieldWords = { label: string; what: string; hint?: string };
export type PageWords = typeof english;

const english = { language: 'en', fields, choices, happened, calendar, consent, flags, ...pages, ...actPages };
const catalogues: Record<string, PageWords> = { en: english };

/** The words of all pages in a language, or in English where there are none. */
export function wordsIn(language: string): PageWords {
  return catalogues[language] ?? english;
}

/** The words for a field by its name; rows of the same kind share theirs. */
export function fieldWords(words: PageWords, field: string): FieldWords {
  const key = field.replace(/\[\d+\]/g, '').replace(/^section\.blocks\.quotes?\./, 'quote.');
  const known: Record<string, FieldWords> = words.fields;
  return known[key] ?? { label: field, what: field };
}

/** What can be chosen in a field: values with their labels, in order. */
export function choicesOf(words: PageWords, field: string): [value: string, label: string][] {
  const known: Record<string, Record<string, string>> = words.choices;
  const parts = field.replace(/\[\d+\]/g, '').split('.');
  const found = known[parts.slice(-2).join('.')] ?? known[parts.at(-1) ?? ''] ?? {};
  return Object.entries(found);
}

/** What is wrong with a field, as an instruction where it was left empty, else as a description. */
export function problemWords(words: PageWords, { field, message, whole }: FieldProblem): string {
  if (whole) return message;
  const { what } = fieldWords(words, field);
  const isChoice = field === 'scan' || choicesOf(words, field).length > 0;
  if (/^(must be (true|confirmed)|is false)/.test(message)) return filled(words.problem.tick, { what });
  if (/^(is missing|is empty)/.test(message))
    return filled(isChoice ? words.problem.choose : words.problem.enter, { what });
  if (isChoice && message.startsWith('must be ')) return filled(words.problem.choose, { what });
  return filled(words.problem.wrong, {
    what: `${what.charAt(0).toLocaleUpperCase(words.language)}${what.slice(1)}`,
    message: message.replace(/^is of the wrong kind: it /, ''),
  });
}
