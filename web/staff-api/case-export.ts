import { buffer } from 'node:stream/consumers';
import { createRoute, z } from '@hono/zod-openapi';
import yazl from 'yazl';
import { type ExportedFile, exportCase } from '../../service/case-export.ts';
import type { Door } from '../../service/door.ts';
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

/** The files in a folder named after the case; their time is none, so that the same files give the same bytes. */
async function zipped(folder: string, files: readonly ExportedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new yazl.ZipFile();
  for (const { path, bytes } of files)
    zip.addBuffer(Buffer.from(bytes), `${folder}/${path}`, { mtime: new Date(0), forceDosTimestamp: true });
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
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
