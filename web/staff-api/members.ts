import { createRoute, z } from '@hono/zod-openapi';
import type { Door } from '../../service/door.ts';
import { importMembers, MemberImport, type MemberImportReport } from '../../service/member-import.ts';
import { listMembers, type Member } from '../../service/members.ts';
import { answers, asItComes, notDone, routes, typed } from './routes.ts';
import { refused } from './troubles.ts';

/** Who is a member, and members that joined before. */
export function memberRoutes(door: Door) {
  return routes()
    .openapi(list, async (c) => c.json(await listMembers(door), 200))
    .openapi(take, async (c) => {
      const answer = await importMembers(door, c.get('member'), c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      // Also where nothing was new: a crash may have come between the rows and their page.
      if (!answer.value.dryRun) await door.publishDirectory?.();
      return c.json(answer.value, 200);
    });
}

const MemberShown = z
  .object({
    city: z.string(),
    name: z.string(),
    nativeName: z.string(),
    legalName: z.string(),
    kind: z.string(),
    country: z.string(),
    website: z.string(),
    memberSince: z.string(),
    origin: z.enum(['joined', 'imported']),
    case: z.string().nullable().openapi({ description: 'The case by which it joined; null where it was imported.' }),
    stage: z.string(),
    listed: z.boolean().openapi({ description: 'Whether it stands in the public directory.' }),
    news: z.string().nullable(),
  })
  .openapi('Member') satisfies z.ZodType<Member>;

const Report = typed<MemberImportReport>(
  'MemberImportReport',
  'Each row with its outcome (new, there, duplicate), who it may be, and what it says otherwise than before.',
);

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'Every member, whether it joined here or before',
  responses: { 200: answers('The members', z.array(MemberShown)) },
});

const take = createRoute({
  method: 'post',
  path: '/import',
  summary: 'Takes in members that joined before: all rows or none; the same rows again change nothing',
  request: { body: { required: true, content: { 'application/json': { schema: asItComes(MemberImport) } } } },
  responses: { 200: answers('What was, or would be, taken in', Report), ...notDone },
});
