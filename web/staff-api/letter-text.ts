import { createRoute, z } from '@hono/zod-openapi';
import type { Door } from '../../service/door.ts';
import { letterShown } from '../../service/letter-shown.ts';
import { letterText } from '../../templates/letter-text.ts';
import { caseMeant, caseParams } from './case-meant.ts';
import { answers, notThere, routes } from './routes.ts';
import { refused } from './troubles.ts';

/** The letter of a case in words, for whoever reads it without a PDF. */
export function letterTextRoutes(door: Door) {
  return routes().openapi(text, async (c) => {
    const letter = await letterShown(door, await caseMeant(door, c.req.valid('param').case));
    if (!letter) throw refused({ code: 'not-found', what: 'document' });
    return c.json({ paragraphs: letterText(letter), issued: letter.issued }, 200);
  });
}

const LetterText = z
  .object({
    paragraphs: z.array(z.string()),
    issued: z
      .string()
      .nullable()
      .openapi({ description: 'The fingerprint of the letter that says this; null where none was issued yet.' }),
  })
  .openapi('LetterText');

const text = createRoute({
  method: 'get',
  path: '/{case}/letter',
  summary: 'The words of the letter: as it was issued, or as it would be issued now',
  request: { params: caseParams },
  responses: { 200: answers('The words', LetterText), ...notThere },
});
