import { createInstance } from 'i18next';
import english from './en.json' with { type: 'json' };

/** The sentences of one language. */
export type Words = {
  /** The language that the sentences are really in: the one asked for, or English where there is no catalogue for it. */
  language: string;
  /** A sentence with its gaps filled; a key or a gap that is missing is an error. What is filled in is never read as a gap. */
  sentence(key: string, gaps: Record<string, string | number>): string;
  /** The paragraphs that stand under a key, with their gaps still open. */
  paragraphs(key: string): string[];
};

const catalogues: Record<string, object> = { en: english };

const catalogue = createInstance();
void catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: Object.fromEntries(
    Object.entries(catalogues).map(([language, translation]) => [language, { translation }]),
  ),
  initAsync: false,
  interpolation: { escapeValue: false },
  parseMissingKeyHandler: (key) => {
    throw new Error(`The catalogue of mails has no sentence ${key}.`);
  },
  missingInterpolationHandler: (_sentence, gap: RegExpExecArray) => {
    throw new Error(`Nothing fills the gap ${gap[0]} in a sentence of the catalogue of mails.`);
  },
});

/** The sentences of mails in a reader's language (a BCP 47 tag), or in English. */
export function wordsFor(asked: string): Words {
  const language = [asked, asked.replace(/-.*$/, '')].find((tag) => Object.hasOwn(catalogues, tag)) ?? 'en';
  return {
    language,
    sentence: (key, gaps) => catalogue.t(key, { ...gaps, lng: language, nest: false }),
    paragraphs: (key) => {
      const found: unknown = catalogue.t(key, { lng: language, returnObjects: true, skipInterpolation: true });
      if (!Array.isArray(found)) throw new Error(`The catalogue of mails has no paragraphs ${key}.`);
      return found.map(String);
    },
  };
}
