import { createRoute, z } from '@hono/zod-openapi';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { Door } from '../../service/door.ts';
import { uploadScanForCity } from '../../service/scan-for-city.ts';
import { caseMeant, caseParams } from './case-meant.ts';
import { answers, asItComes, notDone, routes, typed } from './routes.ts';
import { refused } from './troubles.ts';

/** What staff hand in for a city with a file. */
export function scanRoutes(door: Door) {
  return routes().openapi<typeof scan, Sent>(scan, async (c) => {
    const id = await caseMeant(door, c.req.valid('param').case);
    const { file, ...input } = c.req.valid('form');
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const answer = await uploadScanForCity(door, c.get('member'), id, input, bytes);
    if (!answer.ok) throw refused(answer.refusal);
    return c.json(answer.value, 200);
  });
}

const Form = z.object({
  id: z.string(),
  version: z.string().openapi({ description: 'The version of the case that you saw.' }),
  evidence: z.enum(['mail', 'call', 'paper']).openapi({ description: 'How it came to you.' }),
  signedOn: z.string().optional().openapi({ description: 'The day on the letter, YYYY-MM-DD; else today.' }),
  file: z.custom<File>().openapi({ type: 'string', format: 'binary', description: 'PDF, JPEG or PNG, at most 20 MB' }),
});
type Sent = {
  in: { param: { case: string }; form: z.input<typeof Form> };
  out: { param: { case: string }; form: Record<string, unknown> };
};

const scan = createRoute({
  method: 'post',
  path: '/{case}/scan',
  summary:
    'Hands in the signed letter for the city, a scan or a PDF with a signature of its own; somebody else verifies it',
  request: { params: caseParams, body: { content: { 'multipart/form-data': { schema: asItComes(Form) } } } },
  responses: { 200: answers('The case afterwards', typed<Onboarding>('Case', 'The case as it stands.')), ...notDone },
});
