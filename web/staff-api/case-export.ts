import { createRoute, z } from '@hono/zod-openapi';
import { exportCase } from '../../service/case-export.ts';
import type { Door } from '../../service/door.ts';
import { zipped } from '../zip.ts';
import { caseMeant, caseParams } from './case-meant.ts';
import { notThere, routes } from './routes.ts';
import { refused } from './troubles.ts';

/** A case as a file to take along. */
export function caseExportRoutes(door: Door) {
  return routes().openapi(exported, async (c) => {
    const id = await caseMeant(door, c.req.valid('param').case);
    const files = await exportCase(door, c.get('member'), id);
    if (!files) throw refused({ code: 'not-found', what: 'case' });
    const headers = { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${id}.zip"` };
    return c.body(await zipped(id, files), 200, headers);
  });
}

const exported = createRoute({
  method: 'get',
  path: '/{case}/export',
  summary: 'All that is written down about a case, as a ZIP file; that it was exported is in the audit',
  request: { params: caseParams },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...notThere,
  },
});
