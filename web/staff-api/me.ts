import { createRoute, z } from '@hono/zod-openapi';
import type { Door } from '../../service/door.ts';
import { answers, routes } from './routes.ts';
import { Role } from './staff.ts';

/** Who is asking, and for which network. */
export function meRoutes(door: Door) {
  const { name, shortName, zone } = door.network;
  return routes().openapi(me, (c) =>
    c.json({ ...c.get('member'), network: { name, shortName, zone }, undoMinutes: 0 }, 200),
  );
}

const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(Role),
    network: z.object({ name: z.string(), shortName: z.string(), zone: z.string() }),
    undoMinutes: z.number().openapi({ description: 'How many minutes a decision can be taken back; 0 for none.' }),
  })
  .openapi('Me');

const me = createRoute({
  method: 'get',
  path: '/',
  summary: 'Whose token this is',
  responses: { 200: answers('You', Me) },
});
