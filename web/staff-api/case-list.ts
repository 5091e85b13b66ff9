import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { sha256 } from '../../domain/canonical.ts';
import { caseViews } from '../../domain/case-views.ts';
import { type CaseCounts, countOnboardings, listMark, listOnboardings } from '../../service/case-list.ts';
import type { Door } from '../../service/door.ts';
import { answers, routes, type StaffEnv } from './routes.ts';
import { type CaseSummary, shownLine } from './shown.ts';

/** The lists that staff work from, and how long each is. */
export function caseListRoutes(door: Door) {
  const group = routes();
  group.get('/', unlessUnchanged(door));
  return group
    .openapi(list, async (c) => {
      const lines = await listOnboardings(door, c.req.valid('query'), c.get('member'));
      return c.json(lines.map(shownLine), 200);
    })
    .openapi(counts, async (c) => c.json(await countOnboardings(door, c.get('member')), 200));
}

/** Answers 304 where the client has this list already, without reading it. */
function unlessUnchanged(door: Door): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    const mark = `${await listMark(door, c.get('member'))} ${new URL(c.req.url).search}`;
    const tag = `W/"${sha256(mark).slice(0, 32)}"`;
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, { etag: tag });
    await next();
    c.header('etag', tag);
    return undefined;
  };
}

const Summary = z
  .object({
    id: z.string(),
    city: z.string(),
    name: z.string(),
    country: z.string(),
    reference: z.string(),
    stage: z.string(),
    step: z.string().nullable().openapi({ description: 'Where in its stage; at announcement: free, claimed or held.' }),
    waits_for: z.string().openapi({ description: 'city, staff or nobody' }),
    due: z.string().nullable(),
    overdue: z.boolean(),
    since: z.string().nullable().openapi({ description: 'When the present turn began.' }),
    assignee: z.string().nullable().openapi({ description: 'The id of the member of staff who has the case.' }),
    held_until: z.string().nullable(),
    pending: z.string().nullable().openapi({ description: 'The decision that was taken and is not told yet.' }),
    questions: z.number().openapi({ description: 'How many questions, either way, have no reply.' }),
    changed: z.string().nullable().openapi({ description: 'When anything happened last.' }),
    applied_at: z.string(),
    todo: z.string().openapi({ description: 'What to do next, in a few words.', example: 'read the application' }),
  })
  .openapi('CaseSummary') satisfies z.ZodType<CaseSummary>;

const number = z.number();
const Counts = z
  .object({
    views: z.object({
      mine: number,
      team: number,
      cities: number,
      overdue: number,
      ready: number,
      all: number,
    }),
    stages: z.record(z.string(), number),
  })
  .openapi('CaseCounts') satisfies z.ZodType<CaseCounts>;

const query = z.strictObject({
  stage: z.string().optional(),
  country: z.string().optional().openapi({ example: 'TR' }),
  waitsFor: z.enum(['city', 'staff', 'nobody']).optional(),
  assignee: z.string().optional(),
  overdue: z
    .enum(['true', 'false'])
    .transform((written) => written === 'true')
    .optional(),
  view: z.enum(caseViews).optional(),
  q: z.string().max(200).optional().openapi({ description: 'A part of the name, the id or the reference.' }),
  limit: z.coerce.number().int().min(1).optional(),
});

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The cases that are wanted, those due first on top; all where nothing is said',
  request: { query },
  description: 'The answer has an ETag: sent as If-None-Match, it is answered with 304 while the list is the same.',
  responses: { 200: answers('The cases', z.array(Summary)) },
});

const counts = createRoute({
  method: 'get',
  path: '/counts',
  summary: 'How many cases each view and each stage holds',
  responses: { 200: answers('The counts', Counts) },
});
