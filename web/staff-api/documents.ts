import { createRoute, z } from '@hono/zod-openapi';
import type { Door } from '../../service/door.ts';
import { handInDocument } from '../../service/handed-in-document.ts';
import { answers, notDone, routes } from './routes.ts';
import { refused } from './troubles.ts';

/** Files that an import names by their fingerprints. */
export function documentRoutes(door: Door) {
  return routes().openapi(handIn, async (c) => {
    const { file } = c.req.valid('form');
    const answer = await handInDocument(door, c.get('member'), new Uint8Array(await file.arrayBuffer()));
    if (!answer.ok) throw refused(answer.refusal);
    return c.json(answer.value, 201);
  });
}

const file = z
  .custom<File>((given) => given instanceof File, 'is missing: it must be a file')
  .openapi({ type: 'string', format: 'binary', description: 'PDF, PNG or JPEG' });
const Kept = z.object({ sha256: z.string(), type: z.string(), size: z.number() }).openapi('KeptDocument');

const handIn = createRoute({
  method: 'post',
  path: '/',
  summary: 'Keeps a signed letter for an import of applications that follows',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: z.object({ file }) } } } },
  responses: { 201: answers('Its fingerprint', Kept), ...notDone },
});
