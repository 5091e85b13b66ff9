import { createRoute, z } from '@hono/zod-openapi';
import type { Door } from '../../service/door.ts';
import { checkLetter, checkStatement, type Found } from '../../service/public-checks.ts';
import { notTooLarge } from './gate.ts';
import { answers, notDone, routes } from './routes.ts';

/** What anybody may ask: whether a file is a letter of ours, and whether words are those that were approved. */
export function checkRoutes(door: Door) {
  const group = routes();
  group.use(notTooLarge);
  return group
    .openapi(letters, async (c) => c.json(answered(await checkLetter(door, c.req.valid('json').sha256)), 200))
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
        version: z.string().nullable(),
      }),
    ),
  })
  .openapi('Checked');

const body = { content: { 'application/json': { schema: Fingerprint } }, required: true };
const responses = { 200: answers('What the public record says', Checked), 422: notDone[422] };

const letters = createRoute({
  method: 'post',
  path: '/letters/check',
  summary: 'Whether a file, by its fingerprint, is a letter that was issued or signed here; needs no token',
  security: [],
  request: { body },
  responses,
});

const statements = createRoute({
  method: 'post',
  path: '/statements/check',
  summary: 'Whether a statement, or the text of a published quote, is what was approved; needs no token',
  security: [],
  request: { body },
  responses,
});
