/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { type Onboarding, waitingOn } from '../../domain/onboarding/state.ts';
import { fingerprintWords } from '../fingerprint-words.ts';
import { filled } from '../letter-words.ts';
import { inParagraphs } from '../shown-text.ts';
import { deadlineWords } from '../time-words.ts';
import { TextArea } from './fields.tsx';
import type { FormState } from './form-state.ts';
import { Form } from './frame.tsx';
import { turnKey } from './stages.ts';
import type { PageWords } from './words.ts';

/** What has just been done, above all else; nothing where nothing was. */
export function Notice({ children }: { children: string | null }) {
  if (children === null) return <></>;
  return (
    <p class="notice" role="status">
      {children}
    </p>
  );
}

/** What somebody wrote as their reason, in their words. */
export function Reason({ title, reason }: { title: string; reason: string }) {
  return (
    <section class="panel turn">
      <h2>{title}</h2>
      <blockquote dir="auto">
        {inParagraphs(reason).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </blockquote>
    </section>
  );
}

/** Until when it is whose turn, and a way to keep that day; `here` is the page's address, where it has one. */
export function By({ words, city, here }: { words: PageWords; city: Onboarding; here: string | null }) {
  const { by } = words.turn[turnKey(city)];
  const due = city.onHold ? city.onHold.until : city.due;
  if (!due || by === '') return <></>;
  return (
    <>
      <p class="lead">
        <strong>{filled(by, { by: deadlineWords(due, words.language) })}</strong>
      </p>
      {here !== null && waitingOn(city) === 'city' && (
        <p>
          <a href={`${here}/deadlines.ics`}>{words.calendar.add}</a>
        </p>
      )}
    </>
  );
}

/** A fingerprint: short to compare by eye, whole for whoever asks. */
export function Fingerprint({ words, sha256 }: { words: PageWords; sha256: string }) {
  return (
    <details class="fingerprint">
      <summary>
        {words.fingerprint} <code>{fingerprintWords(sha256)}</code>
      </summary>
      <p>{words.letter.whatIsText}</p>
      <p>
        {words.whole}: <code>{(sha256.match(/.{4}/g) ?? []).join(' ')}</code>
      </p>
    </details>
  );
}

type ReasonFormProps = {
  words: PageWords;
  id: string;
  action: string;
  state: FormState;
  hint: string;
  send: string;
  kind?: 'stop' | 'second';
};

/** A way to answer with nothing but a reason, behind its own heading. */
export function ReasonWay({ title, ...form }: ReasonFormProps & { title: string }) {
  return (
    <Way title={title} open={form.state.problems.length > 0}>
      <ReasonForm {...form} />
    </Way>
  );
}

/** An answer with nothing but a reason. */
export function ReasonForm({ words, id, action, state, hint, send, kind }: ReasonFormProps) {
  return (
    <>
      <p>{hint}</p>
      <Form id={id} action={action} state={state}>
        <TextArea words={words} form={id} state={state} name="reason" rows={4} />
        <button type="submit" class={kind}>
          {send}
        </button>
      </Form>
    </>
  );
}

/** One of several ways to answer: closed until it is wanted. */
export function Way({ title, open, children }: { title: string; open: boolean; children?: Child }) {
  return (
    <details class="way" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
