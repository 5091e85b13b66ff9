import { createRoute, z } from '@hono/zod-openapi';
import type { Door } from '../../service/door.ts';
import { type Outgoing, outbox } from '../../service/outbox.ts';
import { type ShownPending, shownPending } from './pending-shown.ts';
import { answers, routes, typed } from './routes.ts';

/** What has been decided and has not gone out; a decision on a case comes with its mail as it would be sent. */
export type ShownOutgoing =
  | (Omit<Extract<Outgoing, { of: 'case' }>, 'pending'> & { pending: ShownPending })
  | Extract<Outgoing, { of: 'announcement' }>;

export function outboxRoutes(door: Door) {
  return routes().openapi(list, async (c) =>
    c.json(
      (await outbox(door)).map((one) => shown(one, door)),
      200,
    ),
  );
}

function shown(one: Outgoing, { network }: Door): ShownOutgoing {
  return one.of === 'case' ? { ...one, pending: shownPending(one.pending, network) } : one;
}

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'What has been decided and has not gone out yet, what goes first on top',
  responses: {
    200: answers(
      'The outbox',
      z.array(typed<ShownOutgoing>('Outgoing', 'A decision or a publication, and when it goes.')),
    ),
  },
});
