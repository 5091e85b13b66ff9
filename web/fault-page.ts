import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isDiskFull, noteFault } from './faults.ts';
import { plainPage } from './plain-page.tsx';

/** Tells a visitor that something broke, under a number that they can name to us, and nothing else. */
export const answerFault: ErrorHandler = async (error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  const number = noteFault(error);
  if (isDiskFull(error))
    return await c.html(plainPage({ title: 'We cannot keep anything just now', sentences: noRoom }), 507);
  const title = 'Something broke on our side';
  const sentences = [
    'Try again in a few minutes; a form that is sent twice counts once.',
    `If it stays so, write to us and name the fault ${number}.`,
  ];
  return await c.html(plainPage({ title, sentences }), 500);
};

const noRoom = [
  'Our disk is full, and what you sent was not taken. Nothing that we have is lost.',
  'Send it again in an hour: the page before this one still has it, and a form that is sent twice counts once.',
];
