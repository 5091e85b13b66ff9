/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { Application } from '../../domain/application.ts';
import { toldTooEarly } from '../../domain/in-the-future.ts';
import { apply } from '../../service/apply.ts';
import type { Door } from '../../service/door.ts';
import type { Rows } from '../../templates/pages/application-form.tsx';
import { ApplyPage, SentPage } from '../../templates/pages/apply-pages.tsx';
import type { FormState } from '../../templates/pages/form-state.ts';
import { frameOf, page, refusedPage, statusOf } from './answering.tsx';
import { readApplication } from './read-application.ts';
import { fieldProblems, formIdIn, formIn, newForm, problemsIn, rowsAsked, rowsSent, sameForm } from './submitted.ts';

const most = { contacts: 20, claims: 50, identifiers: 20 };
const usual = { contacts: 3, claims: 3, identifiers: 3 };

/** The application: the form, what is sent with it, and the page that says it has arrived. */
export function applyRoutes(portal: Hono, door: Door): void {
  const frame = frameOf(door);
  const show = (context: Context, state: FormState, rows: Rows, status: 200 | 422 | 503 = 200) =>
    page(context, <ApplyPage frame={frame} state={state} rows={rows} />, status);

  portal.get('/', (context) => show(context, newForm(), applicationRowsAsked(context)));

  portal.post('/', async (context) => {
    const form = await formIn(context);
    const rows = applicationRowsSent(form);
    const formId = formIdIn(form);
    if (form.has('more')) return show(context, sameForm(form, [], formId), rows);
    const reading = readApplication(form);
    const problems = problemsIn(reading, Application, toldTooEarly(reading.input, door.clock.now()));
    if (problems.length > 0) return show(context, sameForm(form, problems), rows, 422);
    const answer = await apply(door, reading.input, formId);
    if (answer.ok) return context.redirect(`/join/sent/${encodeURIComponent(answer.value.reference)}`, 303);
    const wrong = fieldProblems(answer.refusal, reading.fieldOf, frame.words.language);
    if (!wrong) return refusedPage(context, frame, answer.refusal, '/join');
    const kept = answer.refusal.code === 'unreachable' ? formId : undefined;
    return show(context, sameForm(form, wrong, kept), rows, statusOf(answer.refusal) === 503 ? 503 : 422);
  });

  portal.get('/sent/:reference{[A-Z0-9]{1,3}-[2-9A-Z]{4}}', (context) => {
    const days = door.network.days.review.staff.limit;
    return page(context, <SentPage frame={frame} reference={context.req.param('reference')} days={days} />);
  });
}

/** How many rows of each list the address asks for. */
export function applicationRowsAsked(context: Context): Rows {
  const rows = (list: keyof Rows) => rowsAsked(context.req.query(list), usual[list], most[list]);
  return { contacts: rows('contacts'), claims: rows('claims'), identifiers: rows('identifiers') };
}

/** How many rows of each list were sent, and one more of the list whose button was pressed. */
export function applicationRowsSent(form: FormData): Rows {
  const rows = (list: keyof Rows) =>
    rowsSent(form, new RegExp(`^(?:authority\\.)?${list}\\[(\\d{1,3})\\]`), list, usual[list], most[list]);
  return { contacts: rows('contacts'), claims: rows('claims'), identifiers: rows('identifiers') };
}
