/** @jsxImportSource hono/jsx */
import type { LetterLanguage } from '../../../domain/letter-language.ts';
import type { FormState } from '../form-state.ts';
import { Form } from '../frame.tsx';
import { Way } from '../pieces.tsx';
import type { PageWords } from '../words.ts';

/** Another language for the letter, as long as nobody has signed; nothing where there is only one. */
export function ChooseLanguage({
  words,
  here,
  languages,
  state,
}: {
  words: PageWords;
  here: string;
  /** The other languages that this version of the letter has. */
  languages: readonly LetterLanguage[];
  state: FormState;
}) {
  if (languages.length === 0) return <></>;
  return (
    <Way title={words.letter.chooseLanguage} open={state.problems.length > 0}>
      <p>{words.letter.chooseLanguageHint}</p>
      <Form id="choose-language" action={`${here}/choose-language`} state={state}>
        <div class="field">
          <label for="choose-language:letterLanguage">{words.fields.letterLanguage.label}</label>
          <select id="choose-language:letterLanguage" name="letterLanguage">
            {languages.map((language) => (
              <option value={language} lang={language}>
                {words.choices.letterLanguage[language]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="second">
          {words.letter.sendLanguage}
        </button>
      </Form>
    </Way>
  );
}
