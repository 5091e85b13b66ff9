import { Hono } from 'hono';
import type { Door } from '../service/door.ts';
import { createCheck } from './check/check.ts';
import { crowd } from './check/crowd.ts';
import { answerFault } from './fault-page.ts';
import { createHealth } from './health.ts';
import { createLetterText } from './letter-text.ts';
import { createPortal } from './portal/portal.tsx';
import { createSite } from './site.ts';
import { createStaffApi } from './staff-api/staff-api.ts';

/** Everything that is served: the staff's API at `/api`, the cities' portal at `/join`, the page for checking letters at `/check`, the texts of the letter at `/letter-text`, and the public site for the rest. */
export function createApp(door: Door, { siteFolder }: { siteFolder: string }): Hono {
  const app = new Hono();
  app.onError(answerFault);
  // Page and API look at files with the same hands.
  const checking = crowd();
  app.route('/health', createHealth(door));
  app.route('/api', createStaffApi(door, checking));
  app.route('/join', createPortal(door));
  app.route('/check', createCheck(door, checking));
  app.get('/check/', (c) => c.redirect('/check', 301));
  app.route('/letter-text', createLetterText(door));
  app.route('/', createSite(siteFolder));
  return app;
}
