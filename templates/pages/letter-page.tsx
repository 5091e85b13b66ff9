/** @jsxImportSource hono/jsx */
import type { IssuedLetter, Onboarding } from '../../domain/onboarding/state.ts';
import { filled } from '../letter-words.ts';
import { inOneLine } from '../shown-text.ts';
import { ChoiceField, FileField, TextField, TickField } from './fields.tsx';
import type { FormState } from './form-state.ts';
import { Form, type Frame, Page, ProblemSummary } from './frame.tsx';
import { By, Fingerprint, Notice, Reason, ReasonWay, Way } from './pieces.tsx';

export type LetterForms = Record<'ask-code' | 'sign' | 'upload' | 'name-signatory' | 'decline', FormState>;
export type LetterPageProps = {
  frame: Frame;
  here: string;
  cityName: string;
  city: Onboarding;
  notice: string | null;
  letter: IssuedLetter;
  signatory: { name: string; title: string; email: string };
  codeMinutes: number;
  /** Why an earlier signature was not accepted. */
  returned: string | null;
  forms: LetterForms;
};

/** The letter and the ways to answer it: sign here, send a scan, name somebody else, decline. */
export function LetterPage(props: LetterPageProps) {
  const { frame, here, cityName, city, letter, signatory, forms, notice } = props;
  const { words } = frame;
  const failed = Object.values(forms).some(({ problems }) => problems.length > 0);
  return (
    <Page frame={frame} title={words.letter.title} failed={failed} city={cityName}>
      {Object.entries(forms).map(([form, state]) => (
        <ProblemSummary words={words} form={form} state={state} />
      ))}
      <Notice>{notice}</Notice>
      <section class="panel turn">
        <h1>{words.letter.title}</h1>
        <By words={words} city={city} here={here} />
      </section>
      {props.returned !== null && <Reason title={words.letter.returned} reason={props.returned} />}
      <p>
        {filled(letter.pages === 1 ? words.letter.onePage : words.letter.pages, {
          version: letter.version,
          pages: String(letter.pages),
        })}
      </p>
      <p>
        <a class="button" href={`${here}/letter.pdf`}>
          {words.letter.read}
        </a>
      </p>
      <Fingerprint words={words} sha256={letter.sha256} />
      <h2>{words.letter.youSign}</h2>
      <p dir="auto">
        <strong>{inOneLine(signatory.name)}</strong>, {inOneLine(signatory.title)}
      </p>
      <AskCode {...props} />
      <Sign {...props} />
      <h2>{words.letter.other}</h2>
      <Upload {...props} />
      <HandOver {...props} />
      <ReasonWay
        words={words}
        id="decline"
        action={`${here}/decline`}
        state={forms.decline}
        title={words.letter.decline}
        hint={words.letter.declineHint}
        send={words.letter.sendDecline}
        kind="stop"
      />
    </Page>
  );
}

function AskCode({ frame: { words }, here, letter, signatory, codeMinutes, forms }: LetterPageProps) {
  const gaps = { email: inOneLine(signatory.email), minutes: String(codeMinutes) };
  return (
    <section>
      <h3>{words.letter.code}</h3>
      <p>{filled(words.letter.codeHint, gaps)}</p>
      <Form id="ask-code" action={`${here}/ask-code`} state={forms['ask-code']}>
        <input type="hidden" name="sha256" value={letter.sha256} />
        <button type="submit" class="second">
          {words.letter.askCode}
        </button>
      </Form>
    </section>
  );
}

function Sign({ frame: { words }, here, letter, forms: { sign: state } }: LetterPageProps) {
  const common = { words, form: 'sign', state };
  return (
    <section>
      <h3>{words.letter.sign}</h3>
      <Form id="sign" action={`${here}/sign`} state={state}>
        <input type="hidden" name="letter" value={letter.sha256} />
        <SignatoryFields {...common} />
        <TextField {...common} name="typedName" />
        <TickField {...common} name="holdsOffice" />
        <TickField {...common} name="consents" />
        <TextField {...common} name="code" type="code" narrow />
        <button type="submit">{words.letter.sendSign}</button>
      </Form>
    </section>
  );
}

function Upload({ frame: { words }, here, forms: { upload: state } }: LetterPageProps) {
  const common = { words, form: 'upload', state };
  return (
    <Way title={words.letter.upload} open={state.problems.length > 0}>
      <ol>
        {words.letter.uploadSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>{words.letter.uploadHint}</p>
      <Form id="upload" action={`${here}/upload`} state={state} upload>
        <FileField {...common} name="scan" accept="application/pdf,image/jpeg,image/png" />
        <SignatoryFields {...common} />
        <TextField {...common} name="signedOn" narrow />
        <button type="submit">{words.letter.sendUpload}</button>
      </Form>
    </Way>
  );
}

function HandOver({ frame: { words }, here, forms }: LetterPageProps) {
  const state = forms['name-signatory'];
  const common = { words, form: 'name-signatory', state };
  return (
    <Way title={words.letter.handOver} open={state.problems.length > 0}>
      <p>{words.letter.handOverHint}</p>
      <Form id="name-signatory" action={`${here}/name-signatory`} state={state}>
        <TextField {...common} name="name" />
        <TextField {...common} name="title" />
        <ChoiceField {...common} name="capacity" />
        <TextField {...common} name="email" type="email" />
        <button type="submit">{words.letter.sendHandOver}</button>
      </Form>
    </Way>
  );
}

function SignatoryFields(common: Omit<Parameters<typeof TextField>[0], 'name'>) {
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
