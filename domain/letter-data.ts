import type { Application } from './application.ts';
import type { Day } from './ids.ts';
import type { LetterLanguage } from './letter-language.ts';
import type { LetterWording } from './network.ts';

/** All that a letter says. It is kept as it was issued, and what is sealed is made from that alone. */
export type LetterData = {
  network: { name: string; shortName: string; address?: string };
  language: LetterLanguage;
  letter: LetterWording & { version: string };
  authority: { legalName: string; name: string; nativeName: string; countryName: string };
  officeHolder: { name: string; title: string };
  mandate: Application['mandate'];
  /** The day of the letter itself. */
  date: Day;
  reference: string;
  /** The address at which this letter is checked; it stands in the code that is printed on it. */
  check?: string;
};
