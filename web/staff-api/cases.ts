import { createRoute, z } from '@hono/zod-openapi';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { caseDocument } from '../../service/case-document.ts';
import { showOnboarding } from '../../service/case-file.ts';
import type { Door } from '../../service/door.ts';
import { actAsStaff } from '../../service/staff-acts.ts';
import { ActFrame } from '../../service/staff-decision.ts';
import { caseMeant, caseParams } from './case-meant.ts';
import { answers, asItComes, notDone, notThere, routes, typed } from './routes.ts';
import { type CaseFile, shown } from './shown.ts';
import { refused } from './troubles.ts';

/** What staff ask and do about the cases of cities. */
export function caseRoutes(door: Door) {
  return routes()
    .openapi(show, async (c) => {
      const file = await showOnboarding(door, await caseMeant(door, c.req.valid('param').case), c.get('member'));
      if (!file) throw refused({ code: 'not-found', what: 'case' });
      return c.json(shown(file, door.network), 200);
    })
    .openapi(act, async (c) => {
      const id = await caseMeant(door, c.req.valid('param').case);
      const answer = await actAsStaff(door, c.get('member'), id, c.req.valid('json'));
      if (!answer.ok) throw refused(answer.refusal);
      return c.json(answer.value, 200);
    })
    .openapi(document, async (c) => {
      const { case: given, sha256 } = c.req.valid('param');
      const found = await caseDocument(door, await caseMeant(door, given), sha256);
      if (!found) throw refused({ code: 'not-found', what: 'document' });
      return c.body(new Uint8Array(found.bytes), 200, { 'content-type': found.type });
    });
}

const Shown = typed<CaseFile>('CaseFile', 'Everything that staff need to decide about a case.');
const Case = typed<Onboarding>(
  'Case',
  'The case as it stands: version, stage, deadline and every act since it applied.',
);

const show = createRoute({
  method: 'get',
  path: '/{case}',
  summary: 'All that is known of a case',
  request: { params: caseParams },
  responses: { 200: answers('The case', Shown), ...notThere },
});

const act = createRoute({
  method: 'post',
  path: '/{case}/acts',
  summary: 'Decides about a case; the same id again answers with the first answer',
  request: {
    params: caseParams,
    body: { required: true, content: { 'application/json': { schema: asItComes(ActFrame) } } },
  },
  responses: { 200: answers('The case afterwards', Case), ...notDone },
});

const document = createRoute({
  method: 'get',
  path: '/{case}/documents/{sha256}',
  summary: 'A letter, a final letter or a scan of a case, as it is kept',
  request: { params: caseParams.extend({ sha256: z.string() }) },
  responses: {
    200: {
      description: 'The bytes, with their type',
      content: {
        'application/pdf': { schema: bytes() },
        'image/png': { schema: bytes() },
        'image/jpeg': { schema: bytes() },
      },
    },
    ...notThere,
  },
});

function bytes() {
  return z.string().openapi({ format: 'binary' });
}
