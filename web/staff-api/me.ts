import { createRoute, z } from '@hono/zod-openapi';
import { absenceOf, comeBack, goAway, NewAbsence, workedFor } from '../../service/casework/absences.ts';
import type { Door } from '../../service/door.ts';
import { Away, Role } from './people-schemas.ts';
import { answers, asItComes, notDone, routes } from './routes.ts';

import { refused } from './troubles.ts';

/** Who is asking, for which network, and when they are away. */
export function meRoutes(door: Door) {
  const { name, shortName, zone, undoMinutes } = door.network;
  return routes()
    .openapi(me, async (c) => {
      const member = c.get('member');
      const absence = await absenceOf(door, member.id);
      const standsInFor = (await workedFor(door, member)).filter((one) => one !== member.id);
      return c.json({ ...member, network: { name, shortName, zone }, undoMinutes, absence, standsInFor }, 200);
    })
    .openapi(away, async (c) => {
      const answer = await goAway(door, c.get('member'), c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    })
    .openapi(back, async (c) => c.json(await comeBack(door, c.get('member')), 200));
}

const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(Role),
    network: z.object({ name: z.string(), shortName: z.string(), zone: z.string() }),
    undoMinutes: z.number().openapi({ description: 'How many minutes a decision can be taken back; 0 for none.' }),
    absence: Away.nullable(),
    standsInFor: z.array(z.string()).openapi({ description: 'The ids of those whose cases are yours too, now.' }),
  })
  .openapi('Me');

const me = createRoute({
  method: 'get',
  path: '/',
  summary: 'Whose token this is',
  responses: { 200: answers('You', Me) },
});

const away = createRoute({
  method: 'post',
  path: '/absence',
  summary:
    'Says from which day to which you are away, and who looks after your cases; it takes the place of the one before',
  request: { body: { required: true, content: { 'application/json': { schema: asItComes(NewAbsence) } } } },
  responses: { 200: answers('Your absence', Away), ...notDone },
});

const back = createRoute({
  method: 'delete',
  path: '/absence',
  summary: 'Says that you are back, or do not go after all',
  responses: { 200: answers('You are there', z.null()) },
});
