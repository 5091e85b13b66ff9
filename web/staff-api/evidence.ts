import { createRoute, z } from '@hono/zod-openapi';
import type { Door } from '../../service/door.ts';
import { handOutEvidence } from '../../service/evidence-pack.ts';
import { evidenceZip } from '../evidence-zip.ts';
import { caseMeant, caseParams } from './case-meant.ts';
import { notThere, routes } from './routes.ts';
import { refused } from './troubles.ts';

/** What proves a city's letter to anybody, as a file to give away. */
export function evidenceRoutes(door: Door) {
  return routes().openapi(evidence, async (c) => {
    const id = await caseMeant(door, c.req.valid('param').case);
    const pack = await handOutEvidence(door, c.get('member'), id);
    if (!pack.ok) throw refused(pack.refusal);
    const disposition = `attachment; filename="${id}-evidence.zip"`;
    const headers = { 'content-type': 'application/zip', 'content-disposition': disposition };
    return c.body(await evidenceZip(pack.value, door.network), 200, headers);
  });
}

const evidence = createRoute({
  method: 'get',
  path: '/{case}/evidence',
  summary: 'The sealed letter with all that proves it, as a ZIP file that verifies without our software',
  request: { params: caseParams },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...notThere,
  },
});
