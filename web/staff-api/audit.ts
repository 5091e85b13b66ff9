import { createRoute, z } from '@hono/zod-openapi';
import type { AuditReport, NumberedEntry } from '../../records/audit.ts';
import type { Door } from '../../service/door.ts';
import { checkAudit, listAudit } from '../../service/questions.ts';
import { answers, routes } from './routes.ts';

/** What was done, by ids and dates, and whether anybody changed the log of it. */
export function auditRoutes(door: Door) {
  return routes()
    .openapi(list, async (c) => c.json(await listAudit(door, c.req.valid('query')), 200))
    .openapi(verify, async (c) => c.json(await checkAudit(door), 200));
}

const Entry = z
  .object({
    number: z.number(),
    id: z.string(),
    subject: z.string(),
    kind: z.string(),
    actor: z.string(),
    at: z.string(),
    detail: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .openapi('AuditEntry') satisfies z.ZodType<NumberedEntry>;

const Report = z
  .object({ entries: z.number(), verified: z.boolean(), head: z.string(), problems: z.array(z.string()) })
  .openapi('AuditReport') satisfies z.ZodType<AuditReport>;

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The log of what was done, oldest first',
  request: {
    query: z.object({
      subject: z.string().optional().openapi({ description: 'Only what was done to this case or announcement.' }),
    }),
  },
  responses: { 200: answers('The entries', z.array(Entry)) },
});

const verify = createRoute({
  method: 'get',
  path: '/verify',
  summary: 'Whether the log is whole and unchanged',
  responses: { 200: answers('What the check found', Report) },
});
