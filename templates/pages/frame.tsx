/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { filled } from '../letter-words.ts';
import { inOneLine } from '../shown-text.ts';
import type { FormState } from './form-state.ts';
import { type PageWords, problemWords } from './words.ts';

/** What every page shows of the network, in the language of its words. */
export type Frame = { words: PageWords; network: { shortName: string; name: string; email: string } };

/** A whole page of the portal; `failed` says so in its title too, for those who hear it first. */
export function Page({
  frame,
  title,
  failed = false,
  city,
  children,
}: {
  frame: Frame;
  title: string;
  failed?: boolean;
  city?: string | undefined;
  children?: Child;
}) {
  const { words, network } = frame;
  const shown = inOneLine(title);
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${failed ? filled(words.frame.error, { title: shown }) : shown} – ${network.shortName}`}</title>
        <link rel="stylesheet" href="/join/portal.css" />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.frame.skip}
        </a>
        <header>
          <div class="band">
            <span class="network">
              {network.shortName} <span class="join">{words.frame.join}</span>
            </span>
            {city !== undefined && (
              <span class="city" dir="auto">
                {inOneLine(city)}
              </span>
            )}
            <a href={`mailto:${network.email}`}>{words.frame.help}</a>
          </div>
        </header>
        <main id="content">{children}</main>
        <footer>
          <div class="band">
            <span>{network.name}</span>
            <a href={`mailto:${network.email}`}>{network.email}</a>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** A page as the bytes of a file: what makes it HTML stands before it. */
export function asDocument(page: { toString(): string | Promise<string> }): string {
  return `<!doctype html>\n${String(page)}`;
}

/** All that is wrong with a form, each with a way to its field. */
export function ProblemSummary({ words, form, state }: { words: PageWords; form: string; state: FormState }) {
  if (state.problems.length === 0) return <></>;
  return (
    <section class="summary" role="alert" aria-labelledby="summary-title" tabindex={-1} autofocus>
      <h2 id="summary-title">{words.problem.title}</h2>
      <ul>
        {state.problems.map((problem) => (
          <li>
            <a href={`#${encodeURIComponent(problem.field === '' ? form : `${form}:${problem.field}`)}`}>
              {problemWords(words, problem)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A form that posts to an address of its own; its hidden id makes sending it twice one act. */
export function Form({
  id,
  action,
  state,
  upload = false,
  children,
}: {
  id: string;
  action: string;
  state: Pick<FormState, 'id'>;
  upload?: boolean;
  children?: Child;
}) {
  return (
    <form id={id} method="post" action={action} enctype={upload ? 'multipart/form-data' : undefined} novalidate>
      {/* The Enter key presses a form's first button: this one sends, where buttons that add rows would come first. */}
      <button type="submit" class="first" tabindex={-1} aria-hidden="true" />
      <input type="hidden" name="form" value={state.id} />
      {children}
    </form>
  );
}
