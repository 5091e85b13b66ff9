import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { secureHeaders } from 'hono/secure-headers';
import type { Door } from '../../service/door.ts';
import { type Crowd, crowd } from '../check/crowd.ts';
import { announcementRoutes } from './announcements.ts';
import { applicationRoutes } from './applications.ts';
import { auditRoutes } from './audit.ts';
import { caseExportRoutes } from './case-export.ts';
import { caseListRoutes } from './case-list.ts';
import { caseRoutes } from './cases.ts';
import { caseworkRoutes } from './casework.ts';
import { checkRoutes } from './checks.ts';
import { documentRoutes } from './documents.ts';
import { evidenceRoutes } from './evidence.ts';
import { authenticated, notTooLarge } from './gate.ts';
import { letterForCityRoutes } from './letter-for-city.ts';
import { letterTextRoutes } from './letter-text.ts';
import { mailRoutes } from './mails.ts';
import { meRoutes } from './me.ts';
import { memberRoutes } from './members.ts';
import { outboxRoutes } from './outbox.ts';
import { answers, routes, type StaffEnv } from './routes.ts';
import { scanRoutes } from './scans.ts';
import { staffRoutes } from './staff.ts';
import { answerTrouble } from './troubles.ts';

/** What a client of the API can call, for `hono/client`: `hc<StaffApi>(`${address}/api`)`. */
export type StaffApi = ReturnType<typeof createStaffApi>;

/**
 * The staff's API over the door, all in JSON but the documents themselves. Whoever calls it shows a token of their own
 * (`Authorization: Bearer oasc_…`); only its health, its description and what the public may check are open. Mounted at `/api`.
 */
export function createStaffApi(door: Door, checking: Crowd = crowd()) {
  const api = routes();
  api.onError(answerTrouble);
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  // A preview is one file with its style and picture in it.
  const contentSecurityPolicy = { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], imgSrc: ['data:'] };
  api.use(secureHeaders({ contentSecurityPolicy, strictTransportSecurity: false }));
  api.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  const open = api
    .openapi(health, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(description, (c) => c.json(described(api), 200))
    .route('/', checkRoutes(door, checking));
  api.use(authenticated(door), notTooLarge);
  const all = open
    .route('/me', meRoutes(door))
    .route('/staff', staffRoutes(door))
    .route('/cases', caseListRoutes(door))
    .route('/cases', caseRoutes(door))
    .route('/cases', caseworkRoutes(door))
    .route('/cases', scanRoutes(door))
    .route('/cases', letterForCityRoutes(door))
    .route('/cases', caseExportRoutes(door))
    .route('/cases', evidenceRoutes(door))
    .route('/cases', letterTextRoutes(door))
    .route('/applications', applicationRoutes(door))
    .route('/documents', documentRoutes(door))
    .route('/members', memberRoutes(door))
    .route('/announcements', announcementRoutes(door))
    .route('/outbox', outboxRoutes(door))
    .route('/mails', mailRoutes(door))
    .route('/audit', auditRoutes(door));
  all.all('*', (c) => {
    const message = 'There is nothing at this address of the API: /api/openapi.json lists what there is.';
    return c.json({ error: { code: 'not-found', message, what: 'address' } }, 404);
  });
  return all;
}

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the API answers',
  security: [],
  responses: { 200: answers('It does', z.object({ status: z.literal('ok') })) },
});

const description = createRoute({
  method: 'get',
  path: '/openapi.json',
  summary: 'This description (OpenAPI 3.1)',
  security: [],
  responses: { 200: answers('The description', z.custom<object>().openapi({ type: 'object' })) },
});

function described(api: OpenAPIHono<StaffEnv>): object {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Staff API', version: '1', description: 'What the staff of the network ask and do.' },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
  });
}
