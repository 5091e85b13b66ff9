/** @jsxImportSource hono/jsx */
import { dayIn } from '../../domain/days.ts';
import { isClosed, type Onboarding, waitingOn } from '../../domain/onboarding/state.ts';
import { filled } from '../letter-words.ts';
import { inOneLine } from '../shown-text.ts';
import { shortDayWords } from '../time-words.ts';
import { ApplicationForm, type Rows } from './application-form.tsx';
import { TextArea } from './fields.tsx';
import type { FormState } from './form-state.ts';
import { Form, type Frame, Page, ProblemSummary } from './frame.tsx';
import { type NamedRow, Several } from './letter/several.tsx';
import { Signatories, type SignatoryShown } from './letter/signatories.tsx';
import { Papers, type PapersProps } from './papers.tsx';
import { Notice, Reason } from './pieces.tsx';
import { OpenQuestions, type QuestionForms, Questions, questionFormsOf } from './questions.tsx';
import { stageStates } from './stages.ts';
import { Turn, turnTitle } from './turn.tsx';
import type { PageWords } from './words.ts';

export type StatusPageProps = {
  frame: Frame;
  /** The address of the page itself, without what is asked of it: `/join/<token>`. */
  here: string;
  cityName: string;
  reference: string;
  zone: string;
  city: Onboarding;
  notice: string | null;
  papers: Pick<PapersProps, 'letter' | 'evidence' | 'agreed' | 'article'>;
  /** Who signs the letter; nobody before it is issued, and once the city is a member. */
  signatories: readonly SignatoryShown[];
  /** The form for who signs; null where the letter does not wait for signatures. */
  several: { known: readonly NamedRow[]; state: FormState } | null;
  /** The application as it stands and what we ask to change, while it is with the city. */
  answer: { state: FormState; rows: Rows; reason: string } | null;
  withdraw: FormState;
  questions: QuestionForms;
};

/** Where a city stands: whose turn it is and by when, the five stages, what happened, and the papers. */
export function StatusPage(props: StatusPageProps) {
  const { frame, cityName, city, notice, answer, withdraw, questions, here, zone } = props;
  const { words } = frame;
  const name = inOneLine(cityName);
  const asked = { ...questions, words, here, zone };
  const own: [string, FormState | undefined][] = [
    ['answer', answer?.state],
    ['withdraw', withdraw],
    ['set-signatories', props.several?.state],
  ];
  const forms = [...own, ...questionFormsOf(questions)].flatMap(([form, state]) => (state ? [{ form, state }] : []));
  const failed = forms.some(({ state }) => state.problems.length > 0);
  const title = turnTitle(words, city, cityName);
  return (
    <Page frame={frame} title={title} failed={failed} city={cityName}>
      {forms.map((one) => (
        <ProblemSummary words={words} {...one} />
      ))}
      <Notice>{notice}</Notice>
      <section class={waitingOn(city) === 'city' ? 'panel wide turn' : 'panel wide'}>
        <h1>{title}</h1>
        <Turn words={words} city={city} cityName={cityName} here={here} />
        <p class="hint">{filled(words.status.reference, { reference: props.reference })}</p>
      </section>
      <OpenQuestions {...asked} />
      {answer && (
        <>
          <Reason title={words.status.asked} reason={answer.reason} />
          <p>
            <a class="button" href="#answer">
              {words.status.change}
            </a>
          </p>
        </>
      )}
      <div class="columns">
        <div>
          <Stages words={words} city={city} />
          <Signatories words={words} signatories={props.signatories} zone={zone} />
        </div>
        <div>
          <Papers
            {...props.papers}
            words={words}
            here={here}
            cityName={cityName}
            withoutWords={city.acts.some(({ kind }) => kind === 'waive-statement')}
          />
          <Timeline words={words} city={city} zone={props.zone} />
        </div>
      </div>
      {props.several && <Several words={words} here={here} {...props.several} />}
      {answer && <Answer {...props} answer={answer} />}
      <Questions {...asked} />
      {!isClosed(city.stage) && <Withdraw {...props} name={name} />}
    </Page>
  );
}

type Named = StatusPageProps & { name: string };

function Stages({ words, city }: { words: PageWords; city: Onboarding }) {
  const states = stageStates(city);
  return (
    <section>
      <h2>{words.status.stages}</h2>
      <ol class="stages">
        {words.status.names.map((name, index) => {
          const state = states[index] ?? 'later';
          return (
            <li>
              <span>{name}</span>
              <span class={`tag ${state}`}>{words.status.states[state]}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Timeline({ words, city, zone }: { words: PageWords; city: Onboarding; zone: string }) {
  const told = city.acts.flatMap(({ kind, at }) => {
    const what = words.happened[kind];
    return what === null ? [] : [{ what, on: shortDayWords(dayIn(at, zone), words.language) }];
  });
  return (
    <section>
      <h2>{words.status.happened}</h2>
      <ol class="timeline">
        {told.toReversed().map(({ what, on }) => (
          <li>
            <span class="quiet">{on}</span> <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answer({
  frame: { words },
  here,
  answer,
}: StatusPageProps & { answer: NonNullable<StatusPageProps['answer']> }) {
  return (
    <section>
      <h2>{words.status.answer}</h2>
      <p>{words.status.answerHint}</p>
      <ApplicationForm
        words={words}
        id="answer"
        action={`${here}/answer`}
        state={answer.state}
        rows={answer.rows}
        send={words.status.sendAnswer}
      />
    </section>
  );
}

function Withdraw({ frame: { words }, here, withdraw, name }: Named) {
  return (
    <details class="way" open={withdraw.problems.length > 0}>
      <summary>{words.status.withdraw}</summary>
      <p>{filled(words.status.withdrawHint, { city: name })}</p>
      <Form id="withdraw" action={`${here}/withdraw`} state={withdraw}>
        <TextArea words={words} form="withdraw" state={withdraw} name="reason" rows={3} />
        <button type="submit" class="stop">
          {words.status.sendWithdraw}
        </button>
      </Form>
    </details>
  );
}
