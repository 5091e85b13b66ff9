/** @jsxImportSource hono/jsx */
import { filled } from '../letter-words.ts';
import { ApplicationForm, type Rows } from './application-form.tsx';
import type { FormState } from './form-state.ts';
import { type Frame, Page, ProblemSummary } from './frame.tsx';

/** The page on which a city applies. */
export function ApplyPage({ frame, state, rows }: { frame: Frame; state: FormState; rows: Rows }) {
  const { words } = frame;
  return (
    <Page frame={frame} title={words.apply.title} failed={state.problems.length > 0}>
      <ProblemSummary words={words} form="apply" state={state} />
      <h1>{words.apply.title}</h1>
      <p class="lead">{words.apply.lead}</p>
      <ApplicationForm words={words} id="apply" action="/join" state={state} rows={rows} send={words.apply.send} />
    </Page>
  );
}

/** Says that an application has arrived: the reference, and what follows. Whoever guesses the address learns nothing. */
export function SentPage({ frame, reference, days }: { frame: Frame; reference: string; days: number }) {
  const { sent } = frame.words;
  return (
    <Page frame={frame} title={sent.title}>
      <section class="panel">
        <h1>{sent.title}</h1>
        <p class="lead">{filled(sent.reference, { reference })}</p>
      </section>
      <p>{sent.mailed}</p>
      <h2>{sent.next}</h2>
      <ol>
        {sent.steps.map((step) => (
          <li>{filled(step, { days: String(days) })}</li>
        ))}
      </ol>
      <p>
        <strong>{sent.nothing}</strong>
      </p>
    </Page>
  );
}
