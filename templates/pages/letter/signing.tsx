/** @jsxImportSource hono/jsx */
import type { Deadline, Sha256 } from '../../../domain/ids.ts';
import { filled } from '../../letter-words.ts';
import { inOneLine } from '../../shown-text.ts';
import { deadlineTimeWords } from '../../time-words.ts';
import { ChoiceField, TextField, TickField } from '../fields.tsx';
import type { FormState } from '../form-state.ts';
import { Form } from '../frame.tsx';
import { Way } from '../pieces.tsx';
import type { PageWords } from '../words.ts';

export type SigningProps = {
  words: PageWords;
  here: string;
  /** The fingerprint of the letter that is signed. */
  sha256: Sha256;
  email: string;
  codeMinutes: number;
  /** Until when the newest code works; null where none does. */
  codeUntil: Deadline | null;
  forms: { 'ask-code': FormState; sign: FormState };
};

/** The signature in the portal: a code to the signatory's own address, the typed name, office and consent. */
export function Signing(props: SigningProps) {
  return (
    <section id="signature">
      <AskCode {...props} />
      <Sign {...props} />
    </section>
  );
}

function AskCode({ words, here, sha256, email, codeMinutes, codeUntil, forms }: SigningProps) {
  const gaps = { email: inOneLine(email), minutes: String(codeMinutes) };
  const sent =
    codeUntil && filled(words.letter.codeSent, { ...gaps, until: deadlineTimeWords(codeUntil, words.language) });
  return (
    <>
      <h2>{words.letter.code}</h2>
      <p>{sent ?? filled(words.letter.codeHint, gaps)}</p>
      {sent !== null && <p class="hint">{words.letter.codeLate}</p>}
      <Form id="ask-code" action={`${here}/ask-code`} state={forms['ask-code']}>
        <input type="hidden" name="sha256" value={sha256} />
        <button type="submit" class="second">
          {sent === null ? words.letter.askCode : words.letter.askAgain}
        </button>
      </Form>
    </>
  );
}

function Sign({ words, here, sha256, forms: { sign: state } }: SigningProps) {
  const common = { words, form: 'sign', state };
  const corrected = state.problems.some(({ field }) => field.startsWith('signatory.'));
  return (
    <>
      <h2>{words.letter.sign}</h2>
      <Form id="sign" action={`${here}/sign`} state={state}>
        <input type="hidden" name="letter" value={sha256} />
        <input type="hidden" name="consent" value={words.consent.version} />
        <TextField {...common} name="typedName" />
        <Way title={words.letter.correct} open={corrected}>
          <p class="hint">{words.letter.correctHint}</p>
          <SignatoryFields {...common} />
        </Way>
        <TickField {...common} name="holdsOffice" />
        <TickField {...common} name="consents" />
        <TextField {...common} name="code" type="code" narrow />
        <button type="submit">{words.letter.sendSign}</button>
      </Form>
    </>
  );
}

/** Who signs or signed: name, title and capacity. */
export function SignatoryFields(common: Omit<Parameters<typeof TextField>[0], 'name'>) {
  return (
    <>
      <div class="pair">
        <TextField {...common} name="signatory.name" />
        <TextField {...common} name="signatory.title" />
      </div>
      <ChoiceField {...common} name="signatory.capacity" />
    </>
  );
}
