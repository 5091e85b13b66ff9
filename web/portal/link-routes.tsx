/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { hasDone } from '../../service/casework/city-questions.ts';
import type { Door } from '../../service/door.ts';
import { noteVisit, openLink, type Visitor } from '../../service/invitations.ts';
import { letterPaper } from '../../service/letter/letter-papers.ts';
import { wasTaken } from '../../service/visitor-questions.ts';
import { filled } from '../../templates/letter-words.ts';
import { TellingPage } from '../../templates/pages/plain-pages.tsx';
import { inOneLine } from '../../templates/shown-text.ts';
import { type ActName, acts, isActName } from './acts.ts';
import { frameOf, page, refusedPage, statusOf, troublePage } from './answering.tsx';
import { applicationRowsAsked, applicationRowsSent } from './apply-routes.tsx';
import { deadlinesFile } from './deadlines-file.ts';
import { letterViews } from './letter-views.ts';
import { linkPage } from './link-page.tsx';
import type { Shown } from './showing.ts';
import { fieldProblems, formIdIn, formIn, rowsAsked, rowsSent, sameForm } from './submitted.ts';
import { isToBeRead } from './to-be-read.ts';

/** What a link opens: its page, its papers, and the acts that are posted from it. */
export function linkRoutes(portal: Hono, door: Door): void {
  portal.get('/handed-over', (context) => {
    const { words } = frameOf(door);
    const { title, text, next } = words.handedOver;
    return page(context, <TellingPage frame={frameOf(door)} title={title} what={text} next={next} />);
  });

  portal.get('/:token', async (context) => {
    const opened = await openLink(door, context.req.param('token'));
    if (!opened.ok) return refusedPage(context, frameOf(door), opened.refusal);
    const visitor = opened.value;
    if (isToBeRead(context.req)) await noteVisit(door, visitor);
    const notice = await noticeOf(door, visitor, context.req.query('done'));
    return page(context, await linkPage(door, visitor, { rows: rowsIn(context), notice, sent: null }));
  });

  for (const view of letterViews.slice(1))
    portal.get(`/:token/${view}`, async (context) => {
      const opened = await openLink(door, context.req.param('token'));
      if (!opened.ok) return refusedPage(context, frameOf(door), opened.refusal);
      const { purpose } = opened.value;
      if (purpose !== 'letter' && !(purpose === 'status' && view === 'mandate'))
        return troublePage(context, frameOf(door), frameOf(door).words.noPage, 404);
      const shown = { rows: rowsIn(context), notice: null, sent: null };
      return page(context, await linkPage(door, opened.value, shown, view));
    });

  portal.get(
    '/:token/:paper{(letter|signed-letter|completion-certificate|letter-as-signed-[0-9]{1,2})\\.[a-z]{3}}',
    async (context) => {
      const opened = await openLink(door, context.req.param('token'));
      if (!opened.ok) return refusedPage(context, frameOf(door), opened.refusal);
      const { purpose, city } = opened.value;
      const mayRead = purpose === 'status' || purpose === 'letter';
      const name = context.req.param('paper');
      const paper = mayRead ? await letterPaper(door, city, name) : null;
      if (!paper) return refusedPage(context, frameOf(door), { code: 'not-found', what: 'document' });
      return context.body(new Uint8Array(paper.bytes), 200, {
        'content-type': paper.type,
        'content-disposition': `inline; filename="${name}"`,
      });
    },
  );

  portal.get('/:token/deadlines.ics', async (context) => {
    const opened = await openLink(door, context.req.param('token'));
    if (!opened.ok) return refusedPage(context, frameOf(door), opened.refusal);
    const file = deadlinesFile(door, opened.value);
    if (!file) return refusedPage(context, frameOf(door), { code: 'not-found', what: 'document' });
    return context.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="deadlines.ics"',
    });
  });

  portal.post('/:token/:act', async (context) => await posted(context, door));
}

async function posted(context: Context, door: Door): Promise<Response> {
  const token = context.req.param('token') ?? '';
  const act = context.req.param('act') ?? '';
  const frame = frameOf(door);
  if (!isActName(act)) return troublePage(context, frame, frame.words.noPage, 404);
  const form = await formIn(context);
  const formId = formIdIn(form);
  const done = () =>
    context.redirect(act === 'name-signatory' ? '/join/handed-over' : `/join/${token}?done=${act}${placeOf(act)}`, 303);

  const opened = await openLink(door, token);
  // Naming somebody else ends one's own link: the same form sent again gets its first answer all the same.
  if (await wasTaken(door, token, formId, act)) return done();
  if (!opened.ok) return refusedPage(context, frame, opened.refusal);
  const visitor = opened.value;
  const { purposes, perform } = acts[act];
  if (!purposes.some((purpose) => purpose === visitor.purpose))
    return refusedPage(context, frameOf(door, visitor.person.language), { code: 'link-for-other' }, `/join/${token}`);

  const shown = { rows: rowsOf(form), notice: null };
  if (form.has('more') && (act === 'draft' || act === 'answer')) {
    const sent = { act, state: sameForm(form, [], formId) };
    return page(context, await linkPage(door, visitor, { ...shown, sent }));
  }
  const ownId = visitor.city.acts.some(({ id }) => id === formId) ? randomUUID() : formId;
  const performed = await perform({ door, visitor, form, formId: ownId, from: senderOf(context) });
  if (performed.answer.ok) return done();
  return await again(context, door, visitor, {
    act,
    form,
    formId: ownId,
    ...performed,
    refusal: performed.answer.refusal,
  });
}

type Failed = {
  act: ActName;
  form: FormData;
  formId: string;
  refusal: Parameters<typeof statusOf>[0];
  fieldOf(path: string): string;
};

/** Shows the page again with what is wrong at its field, or says why it cannot be done at all. */
async function again(context: Context, door: Door, visitor: Visitor, failed: Failed): Promise<Response> {
  const { act, form, formId, refusal, fieldOf } = failed;
  const frame = frameOf(door, visitor.person.language);
  const problems = fieldProblems(refusal, fieldOf, frame.words.language);
  if (!problems) return refusedPage(context, frame, refusal, `/join/${visitor.token}`);
  // Nobody knows whether an act that got no answer was taken, so it keeps its id; any other begins anew.
  const state = sameForm(form, problems, refusal.code === 'unreachable' ? formId : undefined);
  const shown: Shown = { rows: rowsOf(form), notice: null, sent: { act, state } };
  return page(context, await linkPage(door, visitor, shown), statusOf(refusal));
}

/** What was just done, said once more; only where this person has really done it. */
async function noticeOf(door: Door, visitor: Visitor, done: string | undefined): Promise<string | null> {
  const { city, person } = visitor;
  const { notices } = frameOf(door, person.language).words;
  const known: Record<string, string> = notices;
  if (done === undefined || !Object.hasOwn(known, done)) return null;
  const isTrue = city.acts.some(({ kind, actor }) => kind === done && actor === person.id);
  const sentence = isTrue || (await hasDone(door, visitor, done)) ? known[done] : undefined;
  return sentence === undefined ? null : filled(sentence, { email: inOneLine(person.email) });
}

function rowsIn(context: Context): Shown['rows'] {
  return {
    ...applicationRowsAsked(context),
    blocks: rowsAsked(context.req.query('blocks'), 4, 40),
    quotes: rowsAsked(context.req.query('quotes'), 1, 20),
  };
}

function rowsOf(form: FormData): Shown['rows'] {
  return {
    ...applicationRowsSent(form),
    blocks: rowsSent(form, /^section\.blocks\[(\d{1,3})\]/, 'blocks', 4, 40),
    quotes: rowsSent(form, /\.quotes\[(\d{1,3})\]/, 'quotes', 1, 20),
  };
}

/** Where on its page somebody goes on after an act: a code that was asked for is typed far below the letter. */
function placeOf(act: ActName): string {
  return act === 'ask-code' ? '#signature' : '';
}

/** Where a form came from, as evidence of a signature. */
function senderOf(context: Context): { address: string; browser: string } {
  const browser = (context.req.header('user-agent') ?? 'unknown').slice(0, 400);
  const isServed = typeof context.env === 'object' && context.env !== null && 'incoming' in context.env;
  return { address: (isServed ? getConnInfo(context).remote.address : undefined) ?? 'unknown', browser };
}
