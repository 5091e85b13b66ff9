/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DoorRefusal } from '../../service/answer.ts';
import type { Door } from '../../service/door.ts';
import { asDocument, type Frame } from '../../templates/pages/frame.tsx';
import { EndedPage, RefusedPage, TellingPage, UnknownPage } from '../../templates/pages/plain-pages.tsx';
import { wordsIn } from '../../templates/pages/words.ts';
import { refusalWords } from '../../templates/refusals.ts';
import { instantWords } from '../../templates/time-words.ts';

/** What every page needs of the network, in a reader's language. */
export function frameOf({ network }: Door, language = 'en'): Frame {
  return {
    words: wordsIn(language),
    network: { shortName: network.shortName, name: network.name, email: network.sender.email },
  };
}

type Rendered = Parameters<typeof asDocument>[0];

/** Answers with a page. */
export function page(context: Context, rendered: Rendered, status: ContentfulStatusCode = 200): Response {
  return context.html(asDocument(rendered), status);
}

/** Answers with why not, who must act and what comes next; `back` is the page that the act came from. */
export function refusedPage(
  context: Context,
  frame: Frame,
  refusal: DoorRefusal,
  back: string | null = null,
): Response {
  const { language } = frame.words;
  const said = refusalWords(refusal, language);
  const status = statusOf(refusal);
  const form = randomUUID();
  if (refusal.code === 'link-ended') {
    const at = instantWords(refusal.at, refusal.zone, language);
    return page(context, <EndedPage frame={frame} at={at} form={form} />, status);
  }
  if (refusal.code === 'link-unknown')
    return page(context, <UnknownPage frame={frame} {...said} form={form} />, status);
  return page(context, <RefusedPage frame={frame} {...said} back={back} />, status);
}

/** A page for what is wrong before anybody's act is looked at. */
export function troublePage(
  context: Context,
  frame: Frame,
  trouble: { title: string; what: string; next: string },
  status: ContentfulStatusCode,
): Response {
  return page(context, <TellingPage frame={frame} {...trouble} />, status);
}

/** The HTTP status that says the same as a refusal. */
export function statusOf(refusal: DoorRefusal): ContentfulStatusCode {
  switch (refusal.code) {
    case 'link-unknown':
    case 'not-found':
      return 404;
    case 'link-ended':
      return 410;
    case 'own-work':
    case 'not-the-signatory':
    case 'not-your-role':
    case 'no-second-person':
    case 'link-for-other':
      return 403;
    case 'invalid':
    case 'code-wrong':
      return 422;
    case 'too-many':
      return 429;
    case 'unreachable':
      return 503;
    default:
      return 409;
  }
}
