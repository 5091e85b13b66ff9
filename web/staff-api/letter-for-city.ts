import { createRoute, z } from '@hono/zod-openapi';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { Door } from '../../service/door.ts';
import { LetterForCity, letterForCity } from '../../service/letter/letter-for-city.ts';
import { caseMeant, caseParams } from './case-meant.ts';
import { answers, asItComes, notDone, routes, typed } from './routes.ts';
import { notJson, refused } from './troubles.ts';

/** What staff say for a city about its letter, with the paper that proves it. */
export function letterForCityRoutes(door: Door) {
  return routes().openapi<typeof letter, Sent>(letter, async (c) => {
    const id = await caseMeant(door, c.req.valid('param').case);
    const { act, file } = c.req.valid('form');
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null;
    const answer = await letterForCity(door, c.get('member'), id, read(act), bytes);
    if (!answer.ok) throw refused(answer.refusal);
    return c.json(answer.value, 200);
  });
}

function read(act: unknown): unknown {
  try {
    return JSON.parse(typeof act === 'string' ? act : '');
  } catch {
    throw notJson('The field act');
  }
}

const Form = z.object({
  act: z.string().openapi({ description: `JSON: ${JSON.stringify(Object.keys(LetterForCity.shape))}` }),
  file: z
    .custom<File>()
    .optional()
    .openapi({ type: 'string', format: 'binary', description: 'The paper that proves it.' }),
});
type Sent = {
  in: { param: { case: string }; form: z.input<typeof Form> };
  out: { param: { case: string }; form: Record<string, unknown> };
};

const letter = createRoute({
  method: 'post',
  path: '/{case}/letter',
  summary: 'Names who signs, their order, the mandate or the language for the city, or sends the letter again',
  request: { params: caseParams, body: { content: { 'multipart/form-data': { schema: asItComes(Form) } } } },
  responses: { 200: answers('The case afterwards', typed<Onboarding>('Case', 'The case as it stands.')), ...notDone },
});
