import { createRoute, z } from '@hono/zod-openapi';
import type { LetterChecked } from '../../domain/letter-checked.ts';
import type { Door } from '../../service/door.ts';
import { checkLetter } from '../../service/letter/checking.ts';
import { checkStatement, type Found } from '../../service/public-checks.ts';
import type { Crowd } from '../check/crowd.ts';
import { notTooLarge } from './gate.ts';
import { answers, notDone, routes, typed } from './routes.ts';
import { trouble } from './troubles.ts';

/** What anybody may ask: whether a file is a letter of ours, and whether words are those that were approved. */
export function checkRoutes(door: Door, crowd: Crowd) {
  const group = routes();
  group.use(notTooLarge);
  group.use('/letters/check', async (c, next) => {
    const wait = crowd.enter(c);
    if (wait !== null) throw tooMany(wait);
    await next().finally(crowd.leave);
  });
  return group
    .openapi(letters, async (c) => {
      const { file } = c.req.valid('form');
      return c.json(await checkLetter(door, new Uint8Array(await file.arrayBuffer())), 200);
    })
    .openapi(statements, async (c) => c.json(answered(await checkStatement(door, c.req.valid('json').sha256)), 200));
}

function answered(found: Found[]) {
  return { known: found.length > 0, found };
}

const Fingerprint = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a fingerprint (SHA-256 in hexadecimal)'),
});

const Checked = z
  .object({
    known: z.boolean(),
    found: z.array(
      z.object({
        what: z.string(),
        city: z.string(),
        name: z.string(),
        day: z.string().nullable(),
      }),
    ),
  })
  .openapi('Checked');

const file = z
  .custom<File>((given) => given instanceof File, 'is missing: it must be a file')
  .openapi({ type: 'string', format: 'binary', description: 'PDF, JPEG or PNG, at most 20 MB' });

const body = { content: { 'application/json': { schema: Fingerprint } }, required: true };
const responses = { 200: answers('What the public record says', Checked), 422: notDone[422] };

function tooMany(seconds: number) {
  const message = `Many letters are being checked just now: try again in ${seconds} seconds.`;
  return trouble(429, { code: 'too-many-checks', message }, { 'retry-after': String(seconds) });
}

const letters = createRoute({
  method: 'post',
  path: '/letters/check',
  summary: 'Whether a file is a letter of ours, as it was or changed since; needs no token, and nothing of it is kept',
  security: [],
  request: { body: { required: true, content: { 'multipart/form-data': { schema: z.object({ file }) } } } },
  responses: {
    200: answers('What can be said of it', typed<LetterChecked>('LetterChecked', 'A verdict, and what it rests on.')),
    422: notDone[422],
  },
});

const statements = createRoute({
  method: 'post',
  path: '/statements/check',
  summary: 'Whether a statement, or the text of a published quote, is what was approved; needs no token',
  security: [],
  request: { body },
  responses,
});
