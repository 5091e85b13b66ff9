import { type LetterLanguage, letterLanguages } from '../../domain/letter-language.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { sendAct } from '../acting.ts';
import { type Answer, wrong } from '../answer.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';
import { citysAct, type ForCity } from './for-city.ts';

/** The city chooses the language of its letter, as long as nobody has signed: it is issued anew, and only the new one counts. */
export async function chooseLanguage(
  door: Door,
  visitor: Visitor,
  language: string,
  formId: string,
  forCity?: ForCity,
): Promise<Answer<Onboarding>> {
  if (!isLetterLanguage(language))
    return wrong('letterLanguage', `is not one of the languages of the letter: ${letterLanguages.join(', ')}`);
  return await sendAct(
    door,
    visitor.row.id,
    citysAct(door, visitor, formId, { kind: 'choose-language', language }, forCity),
  );
}

function isLetterLanguage(language: string): language is LetterLanguage {
  return letterLanguages.some((one) => one === language);
}
