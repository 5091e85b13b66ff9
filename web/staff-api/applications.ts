import { createRoute, z } from '@hono/zod-openapi';
import { ApplicationForCity, applyForCity } from '../../service/application-for-city.ts';
import {
  ApplicationImport,
  type ApplicationImportReport,
  importApplications,
} from '../../service/application-import.ts';
import type { Door } from '../../service/door.ts';
import { answers, asItComes, notDone, routes, typed } from './routes.ts';
import { refused } from './troubles.ts';

/** What staff hand in for cities. */
export function applicationRoutes(door: Door) {
  return routes()
    .openapi(submit, async (c) => {
      const answer = await applyForCity(door, c.get('member'), c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 201);
    })
    .openapi(take, async (c) => {
      const answer = await importApplications(door, c.get('member'), c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    });
}

const Made = z
  .object({ case: z.string(), reference: z.string().openapi({ description: 'What the city quotes in its mails.' }) })
  .openapi('Applied');

const submit = createRoute({
  method: 'post',
  path: '/',
  summary: 'Hands in an application for a city; the same id again answers with the first case',
  request: { body: { required: true, content: { 'application/json': { schema: asItComes(ApplicationForCity) } } } },
  responses: { 201: answers('The case that it became', Made), ...notDone },
});

const Report = typed<ApplicationImportReport>(
  'ApplicationImportReport',
  'Each application with its outcome (new, there, duplicate), its case, and who it may be.',
);

const take = createRoute({
  method: 'post',
  path: '/import',
  summary: 'Takes in open applications, each where it stood: all or none; the same rows again change nothing',
  request: { body: { required: true, content: { 'application/json': { schema: asItComes(ApplicationImport) } } } },
  responses: { 200: answers('What was, or would be, taken in', Report), ...notDone },
});
