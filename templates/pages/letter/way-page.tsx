/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Onboarding } from '../../../domain/onboarding/state.ts';
import type { FormState } from '../form-state.ts';
import { type Frame, Page, ProblemSummary } from '../frame.tsx';
import { By } from '../pieces.tsx';

export type WayPageProps = { frame: Frame; here: string; cityName: string; city: Onboarding };

/** A page for one way to answer the letter, with the way back to it; `form` is the id of the form on it. */
export function WayPage({
  frame,
  here,
  cityName,
  city,
  title,
  form,
  state,
  children,
}: WayPageProps & { title: string; form: string; state: FormState; children?: Child }) {
  const { words } = frame;
  return (
    <Page frame={frame} title={title} failed={state.problems.length > 0} city={cityName}>
      <p>
        <a href={here}>{words.letter.backToLetter}</a>
      </p>
      <ProblemSummary words={words} form={form} state={state} />
      <section class="panel turn">
        <h1>{title}</h1>
        <By words={words} city={city} here={null} />
      </section>
      {children}
    </Page>
  );
}
