/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { filled } from '../letter-words.ts';
import { Form, type Frame, Page } from './frame.tsx';
import { Notice } from './pieces.tsx';
import { Turn, turnTitle } from './turn.tsx';

/** A page that says one thing: what happened, and what comes next. */
export function TellingPage(props: { frame: Frame; title: string; what: string; next: string; children?: Child }) {
  const { frame, title, what, next, children } = props;
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{what}</p>
      <p>{next}</p>
      {children}
    </Page>
  );
}

/** Why an act was not taken, with the way back to the page it came from. */
export function RefusedPage({
  frame,
  what,
  next,
  back,
}: {
  frame: Frame;
  what: string;
  next: string;
  back: string | null;
}) {
  const { refused } = frame.words;
  return (
    <TellingPage frame={frame} title={refused.title} what={what} next={next}>
      {back !== null && (
        <p>
          <a class="button" href={back}>
            {refused.back}
          </a>
        </p>
      )}
    </TellingPage>
  );
}

/** A link that has ended, and the way to a new one. */
export function EndedPage({ frame, at, form }: { frame: Frame; at: string; form: string }) {
  const { ended } = frame.words;
  return (
    <Page frame={frame} title={ended.title}>
      <h1>{ended.title}</h1>
      <p class="lead">{filled(ended.text, { at })}</p>
      <p>
        <strong>{ended.lost}</strong>
      </p>
      <NewLinkForm frame={frame} form={form} />
    </Page>
  );
}

/** A link that is not ours: one that was changed and one that never was look the same. */
export function UnknownPage({ frame, what, next, form }: { frame: Frame; what: string; next: string; form: string }) {
  return (
    <TellingPage frame={frame} title={frame.words.unknown.title} what={what} next={next}>
      <NewLinkForm frame={frame} form={form} />
    </TellingPage>
  );
}

/** The page on which anybody can ask for a new link. */
export function NewLinkPage({ frame, form }: { frame: Frame; form: string }) {
  return (
    <Page frame={frame} title={frame.words.newLink.title}>
      <h1>{frame.words.newLink.title}</h1>
      <NewLinkForm frame={frame} form={form} />
    </Page>
  );
}

/** A page for a link that has nothing to do now: whose turn it is instead. */
export function NothingToDoPage(props: {
  frame: Frame;
  cityName: string;
  city: Onboarding;
  notice: string | null;
  what: string | null;
  children?: Child;
}) {
  const { frame, cityName, city, notice, what } = props;
  const title = turnTitle(frame.words, city, cityName);
  return (
    <Page frame={frame} title={title} city={cityName}>
      <Notice>{notice}</Notice>
      <section class="panel">
        <h1>{title}</h1>
        {what !== null && <p>{what}</p>}
        <Turn words={frame.words} city={city} cityName={cityName} here={null} />
      </section>
      {props.children}
    </Page>
  );
}

function NewLinkForm({ frame: { words, network }, form }: { frame: Frame; form: string }) {
  return (
    <>
      <Form id="new-link" action="/join/new-link" state={{ id: form }}>
        <div class="field">
          <label for="new-link:email">{words.newLink.email}</label>
          <input id="new-link:email" name="email" type="text" inputmode="email" autocomplete="email" />
        </div>
        <button type="submit">{words.newLink.send}</button>
      </Form>
      <p>{filled(words.newLink.hurry, { email: network.email })}</p>
    </>
  );
}
