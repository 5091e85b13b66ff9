import { z } from '@hono/zod-openapi';
import type { CaseId } from '../../domain/ids.ts';
import { caseNamed } from '../../service/case-named.ts';
import type { Door } from '../../service/door.ts';
import { refused, trouble } from './troubles.ts';

/** How a case is named in an address. */
export const caseParams = z.object({
  case: z.string().openapi({ example: 'tr-camliova.1', description: 'A case id, a city id, or words of its name.' }),
});

/** The one case that is meant; none and several are thrown as what the API answers then. */
export async function caseMeant(door: Door, given: string): Promise<CaseId> {
  const named = await caseNamed(door, given);
  if (named.kind === 'one') return named.case;
  if (named.kind === 'none') throw refused({ code: 'not-found', what: 'case' });
  const { candidates } = named;
  throw trouble(409, {
    code: 'ambiguous',
    message: `That fits several cases. Name one of them: ${candidates.join(', ')}.`,
    candidates,
  });
}
