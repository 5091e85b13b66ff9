import { type ErrorHandler, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Door } from '../service/door.ts';
import { noteFault } from './faults.ts';
import { plainPage } from './plain-page.tsx';
import { createPortal } from './portal/portal.tsx';
import { createSite } from './site.ts';
import { createStaffApi } from './staff-api/staff-api.ts';

/** Everything that is served: the staff's API at `/api`, the cities' portal at `/join`, and the public site for the rest. */
export function createApp(door: Door, { siteFolder }: { siteFolder: string }): Hono {
  const app = new Hono();
  app.onError(answerFault);
  app.route('/api', createStaffApi(door));
  app.route('/join', createPortal(door));
  app.route('/', createSite(siteFolder));
  return app;
}

/** Tells a visitor that something broke, under a number that they can name to us, and nothing else. */
const answerFault: ErrorHandler = async (error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  const number = noteFault(error);
  const title = 'Something broke on our side';
  const sentences = [
    'Nothing that you sent was counted twice or changed.',
    `Try again in a few minutes. If it stays so, write to us and name the fault ${number}.`,
  ];
  return await c.html(plainPage({ title, sentences }), 500);
};
