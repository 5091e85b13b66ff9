import { z } from '@hono/zod-openapi';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isUnreachable } from '../../service/acting.ts';
import type { DoorRefusal } from '../../service/answer.ts';
import { refusalWords } from '../../templates/refusals.ts';
import { isDiskFull, noteFault } from '../faults.ts';

/** What the API answers instead of a value: a code for programs, a sentence for people, and the ids that it speaks of. */
export const Trouble = z
  .object({
    error: z.looseObject({
      code: z.string(),
      message: z.string(),
      problems: z.array(z.object({ file: z.string().optional(), path: z.string(), message: z.string() })).optional(),
    }),
  })
  .openapi('Trouble');

/** Why the door said no, to be thrown: the answer it leads to has the code, a sentence and the ids of the refusal. */
export function refused(refusal: DoorRefusal): HTTPException {
  const { what, next } = refusalWords(refusal, 'en');
  return trouble(statuses[refusal.code], { ...refusal, message: `${what} ${next}` });
}

/** A no of the API itself, to be thrown. */
export function trouble(
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503,
  error: { code: string; message: string } & Record<string, unknown>,
  headers: Record<string, string> = {},
): HTTPException {
  return new HTTPException(status, { message: error.code, res: Response.json({ error }, { status, headers }) });
}

const statuses = {
  'not-found': 404,
  invalid: 422,
  'not-your-role': 403,
  'own-work': 403,
  'no-second-person': 403,
  'last-administrator': 409,
  answered: 409,
  'duplicate-open': 409,
  'reason-needed': 422,
  'not-the-signatory': 403,
  'link-unknown': 404,
  'link-ended': 403,
  'link-for-other': 403,
  'code-wrong': 403,
  'code-ended': 403,
  'code-used': 403,
  stale: 409,
  ended: 409,
  'wrong-stage': 409,
  'wrong-step': 409,
  'other-text': 409,
  'not-yet-asked': 409,
  'signed-already': 409,
  'named-already': 409,
  'flags-open': 409,
  'no-such-flag': 409,
  claimed: 409,
  publishing: 409,
  'on-hold': 409,
  'not-on-hold': 409,
  pending: 409,
  'nothing-pending': 409,
  recused: 403,
  'opinions-missing': 409,
  'opinion-given': 409,
  'another-accepted': 409,
  'not-ready': 409,
  'later-edition': 409,
  'not-in-it': 409,
  'last-city': 409,
  'no-embargo': 409,
  'undo-over': 409,
  retracted: 409,
  'too-many': 429,
  unreachable: 503,
} as const satisfies Record<DoorRefusal['code'], 403 | 404 | 409 | 422 | 429 | 503>;

/** Answers for whatever was thrown: a no as it is, and a fault by a number alone. */
export const answerTrouble: ErrorHandler = (error, c) => {
  if (error instanceof HTTPException) return (error.res ? error : unreadable(c, error.status)).getResponse();
  if (isUnreachable(error)) return refused({ code: 'unreachable' }).getResponse();
  const fault = noteFault(error);
  if (isDiskFull(error))
    return c.json({ error: { code: 'disk-full', message: `${noRoom} The fault is ${fault}.`, fault } }, 507);
  const message = `Something broke on our side. Try again; if it stays so, tell an administrator the fault ${fault}.`;
  return c.json({ error: { code: 'fault', message, fault } }, 500);
};

const noRoom =
  'The disk of the data folder is full, and nothing was taken. An administrator makes room (`oasc doctor` says where); then send it again.';

/** A part of a form that should be JSON and is not, to be thrown. */
export function notJson(part: string): HTTPException {
  return trouble(400, {
    code: 'not-json',
    message: `${part} is not JSON: check quotation marks, commas and brackets.`,
  });
}

function unreadable(c: Context, status: number): HTTPException {
  if (status === 415)
    return trouble(415, {
      code: 'wrong-type',
      message: 'Send application/json, or multipart/form-data where a picture comes along.',
    });
  if (!isForm(c)) return notJson('The body');
  return trouble(400, {
    code: 'not-a-form',
    message: 'The form cannot be read: send multipart/form-data with its boundary.',
  });
}

/** Whether a form came, which may hold a file. */
export function isForm(c: { req: { header(name: string): string | undefined } }): boolean {
  return /^multipart\//i.test(c.req.header('content-type') ?? '');
}
