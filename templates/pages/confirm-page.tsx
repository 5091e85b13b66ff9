/** @jsxImportSource hono/jsx */
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { Statement } from '../../domain/statement.ts';
import { filled } from '../letter-words.ts';
import { inOneLine } from '../shown-text.ts';
import { ExactWords } from './exact-words.tsx';
import { TextField } from './fields.tsx';
import type { FormState } from './form-state.ts';
import { Form, type Frame, Page, ProblemSummary } from './frame.tsx';
import { By, Fingerprint, Notice, ReasonForm, Way } from './pieces.tsx';
import type { PageWords } from './words.ts';

export type ConfirmPageProps = {
  frame: Frame;
  here: string;
  cityName: string;
  city: Onboarding;
  notice: string | null;
  statement: Statement;
  sha256: string;
  email: string;
  codeMinutes: number;
  /** Whether a code has been sent that may still work: then its field is shown, and not folded away. */
  codeSent: boolean;
  forms: Record<'ask-code' | 'confirm' | 'change-words' | 'waive-statement', FormState>;
};

/** The exact words, whole, and three answers of equal rank: yes, change, no quote. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { frame, here, cityName, city, statement, sha256, forms } = props;
  const { words } = frame;
  const { confirm } = words;
  const gaps = {
    city: inOneLine(cityName),
    speaker: inOneLine(statement.speaker.printedName ?? statement.speaker.name),
  };
  const title = filled(confirm.title, gaps);
  const failed = Object.values(forms).some(({ problems }) => problems.length > 0);
  return (
    <Page frame={frame} title={title} failed={failed} city={cityName}>
      {Object.entries(forms).map(([form, state]) => (
        <ProblemSummary words={words} form={form} state={state} />
      ))}
      <Notice>{props.notice}</Notice>
      <h1>{title}</h1>
      <p>{filled(confirm.lead, gaps)}</p>
      <By words={words} city={city} here={here} />
      <ExactWords words={words} {...statement.section} />
      <p class="signed" dir="auto">
        {gaps.speaker}, {inOneLine(statement.speaker.title)}
      </p>
      <p class="hint">{statement.consent.photo ? confirm.photo : confirm.noPhoto}</p>
      <Fingerprint words={words} sha256={sha256} />
      <Yes {...props} />
      <section class="answer">
        <h2>{confirm.change}</h2>
        <ReasonForm
          words={words}
          id="change-words"
          action={`${here}/change-words`}
          state={forms['change-words']}
          hint={confirm.changeHint}
          send={confirm.sendChange}
        />
      </section>
      <section class="answer">
        <h2>{confirm.none}</h2>
        <ReasonForm
          words={words}
          id="waive-statement"
          action={`${here}/waive-statement`}
          state={forms['waive-statement']}
          hint={filled(confirm.noneHint, gaps)}
          send={confirm.sendNone}
        />
      </section>
      <p class="hint">{confirm.silence}</p>
    </Page>
  );
}

function Yes({ frame: { words }, here, sha256, email, codeMinutes, codeSent, forms }: ConfirmPageProps) {
  const { confirm } = words;
  const asked = codeSent || forms.confirm.problems.length > 0;
  return (
    <section class="answer">
      <h2>{confirm.yes}</h2>
      <p>{filled(confirm.yesHint, { email: inOneLine(email), minutes: String(codeMinutes) })}</p>
      <Form id="ask-code" action={`${here}/ask-code`} state={forms['ask-code']}>
        <input type="hidden" name="sha256" value={sha256} />
        <button type="submit" class={asked ? 'second' : undefined}>
          {asked ? confirm.askAgain : confirm.askCode}
        </button>
      </Form>
      {asked ? (
        <Confirm words={words} here={here} sha256={sha256} state={forms.confirm} />
      ) : (
        <Way title={confirm.haveCode} open={false}>
          <Confirm words={words} here={here} sha256={sha256} state={forms.confirm} />
        </Way>
      )}
    </section>
  );
}

type ConfirmProps = Pick<ConfirmPageProps, 'here' | 'sha256'> & { words: PageWords; state: FormState };

function Confirm({ words, here, sha256, state }: ConfirmProps) {
  return (
    <Form id="confirm" action={`${here}/confirm`} state={state}>
      <input type="hidden" name="sha256" value={sha256} />
      <TextField words={words} form="confirm" state={state} name="code" type="code" narrow />
      <button type="submit">{words.confirm.sendYes}</button>
    </Form>
  );
}
