import { createRoute, z } from '@hono/zod-openapi';
import type { Door } from '../../service/door.ts';
import { colleagues } from '../../service/staff.ts';
import { answers, routes } from './routes.ts';

/** Who works here. */
export function staffRoutes(door: Door) {
  return routes().openapi(list, async (c) => c.json(await colleagues(door), 200));
}

export const Role = z.enum(['reviewer', 'editor', 'approver', 'administrator']);
const Member = z.object({ id: z.string(), name: z.string(), roles: z.array(Role) }).openapi('StaffMember');

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'Everybody who has a token',
  responses: { 200: answers('The staff, by name', z.array(Member)) },
});
