import { createRoute, z } from '@hono/zod-openapi';
import { goAway, NewAbsence } from '../../service/casework/absences.ts';
import type { Door } from '../../service/door.ts';
import { addColleague, colleagues, NewColleague, revokeColleague } from '../../service/staff.ts';
import { Away, Role } from './people-schemas.ts';
import { answers, asItComes, notDone, routes } from './routes.ts';
import { refused } from './troubles.ts';

/** Who works here. */
export function staffRoutes(door: Door) {
  return routes()
    .openapi(list, async (c) => c.json(await colleagues(door), 200))
    .openapi(add, async (c) => {
      const answer = await addColleague(door, c.get('member'), c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 201);
    })
    .openapi(away, async (c) => {
      const answer = await goAway(door, c.get('member'), c.req.valid('json'), c.req.valid('param').id);
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    })
    .openapi(revoke, async (c) => {
      const answer = await revokeColleague(door, c.get('member'), c.req.valid('param').id);
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    });
}

const Member = z.object({ id: z.string(), name: z.string(), roles: z.array(Role) }).openapi('StaffMember');
const Added = Member.extend({
  token: z.string().openapi({ description: 'What they show with every request; it is not kept, so hand it over now.' }),
}).openapi('NewStaffMember');

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'Everybody who has a token',
  responses: { 200: answers('The staff, by name', z.array(Member)) },
});

const add = createRoute({
  method: 'post',
  path: '/',
  summary: 'Adds a member of staff; for administrators. The same id again answers with the same token',
  request: { body: { required: true, content: { 'application/json': { schema: asItComes(NewColleague) } } } },
  responses: { 201: answers('The new member of staff, with a token', Added), ...notDone },
});

const away = createRoute({
  method: 'post',
  path: '/{id}/absence',
  summary: 'Says for a colleague that they are away, and who stands in; for administrators',
  request: {
    params: z.object({ id: z.string() }),
    body: { required: true, content: { 'application/json': { schema: asItComes(NewAbsence) } } },
  },
  responses: { 200: answers('Their absence', Away), ...notDone },
});

const revoke = createRoute({
  method: 'delete',
  path: '/{id}',
  summary: 'Ends the token of a member of staff; for administrators. The last administrator stays',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: answers('Who has left', Member), ...notDone },
});
